using System.Globalization;
using System.Text.Json;
using Forms.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Reports.Print;

namespace Backoffice.Web.Api;

/// <summary>The one place where exceptions become answers. What is not known here becomes a 500 without details, and is logged.</summary>
internal sealed class ProblemHandler(IProblemDetailsService answers) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Answer(exception) is not { } details)
        {
            return false;
        }

        httpContext.Response.StatusCode = details.Status!.Value;
        return await answers.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details, Exception = exception });
    }

    private static ProblemDetails? Answer(Exception exception) => exception switch
    {
        RefusalException refusal => ProblemAnswers.Details(refusal),
        JsonException json => Malformed(json),
        BadHttpRequestException { InnerException: JsonException json } => Malformed(json),
        BadHttpRequestException bad => ProblemAnswers.Details(bad.StatusCode, ProblemAnswers.CodeOf(bad.StatusCode), bad.Message),
        UnauthorizedAccessException => ProblemAnswers.Details(StatusCodes.Status401Unauthorized, "sign-in.needed", "Sign in first."),
        PdfUnavailableException missing => ProblemAnswers.Details(StatusCodes.Status503ServiceUnavailable, "print.unavailable", missing.Message),
        _ => null,
    };

    private static ProblemDetails Malformed(JsonException json)
    {
        var line = (json.LineNumber ?? 0) + 1;
        var details = ProblemAnswers.Details(
            StatusCodes.Status400BadRequest,
            "request.malformed",
            string.Create(CultureInfo.InvariantCulture, $"The body is not the JSON expected, at line {line}{At(json.Path)}."));
        details.Extensions["line"] = line;
        return details;
    }

    private static string At(string? path) => path is null or "$" ? string.Empty : $" ({path})";
}

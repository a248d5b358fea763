using System.Globalization;
using System.Text.Json;
using Forms.Problems;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Reports.Print;

namespace Backoffice.Web.Api;

/// <summary>
/// The one place where exceptions become answers. What is not known here becomes a 500 without details, and is logged.
/// Pages are left to the page that says so.
/// </summary>
internal sealed class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            return false;
        }

        var details = Answer(exception);
        if (details is null)
        {
            log.LogError(exception, "{Method} {Path} failed ({Reference})", httpContext.Request.Method, httpContext.Request.Path, httpContext.TraceIdentifier);
            details = ProblemAnswers.Details(StatusCodes.Status500InternalServerError, "server.failed", "Something went wrong here. It is in the log of the server.");
            details.Extensions["reference"] = httpContext.TraceIdentifier;
        }

        await TypedResults.Problem(details).ExecuteAsync(httpContext);
        return true;
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

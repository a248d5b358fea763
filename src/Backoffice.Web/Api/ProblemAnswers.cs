using System.Globalization;
using Forms.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Backoffice.Web.Api;

/// <summary>
/// Answers by RFC 9457. <c>code</c> is stable; <c>problems</c> lists what is wrong by field, each with path, code,
/// message and the arguments of its message.
/// </summary>
internal static class ProblemAnswers
{
    internal static ProblemDetails Details(int status, string code, string detail) => new()
    {
        Status = status,
        Type = "about:blank",
        Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
        Detail = detail,
        Extensions = { ["code"] = code },
    };

    internal static ProblemDetails Details(RefusalException refusal)
    {
        var details = Details(StatusOf(refusal.Reason), refusal.Code, refusal.Message);
        if (refusal.Problems.Count > 0)
        {
            details.Extensions["problems"] = refusal.Problems;
        }

        return details;
    }

    internal static ProblemHttpResult Of(int status, string code, string detail) => TypedResults.Problem(Details(status, code, detail));

    /// <summary>Words for statuses that come without an exception: nobody signed in, no such address.</summary>
    internal static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "request.malformed",
        StatusCodes.Status401Unauthorized => "sign-in.needed",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "request.method",
        StatusCodes.Status413PayloadTooLarge => "request.too-large",
        StatusCodes.Status415UnsupportedMediaType => "request.media-type",
        StatusCodes.Status500InternalServerError => "server.failed",
        _ => "http." + status.ToString(CultureInfo.InvariantCulture),
    };

    private static int StatusOf(RefusalReason reason) => reason switch
    {
        RefusalReason.NotFound => StatusCodes.Status404NotFound,
        RefusalReason.Forbidden => StatusCodes.Status403Forbidden,
        RefusalReason.InvalidState or RefusalReason.Conflict => StatusCodes.Status409Conflict,
        RefusalReason.Invalid => StatusCodes.Status422UnprocessableEntity,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}

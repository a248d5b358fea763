using System.Globalization;
using System.Security.Cryptography;

namespace Backoffice.Web.Hosting;

/// <summary>What browsers are told about every answer.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Scripts come from this site only. Styles may stand in attributes, because Radzen places and sizes its parts so.
    /// The circuit's web socket counts as this site.
    /// </summary>
    private const string Policy =
        "default-src 'self'; script-src 'self'{0}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private static readonly object NonceKey = new();

    /// <summary>Allows one inline script of this answer: the import map, which cannot stand in a file.</summary>
    internal static string Nonce(HttpContext context)
    {
        var nonce = context.Items[NonceKey] as string ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        context.Items[NonceKey] = nonce;
        return nonce;
    }

    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            var headers = http.Response.Headers;
            var nonce = http.Items[NonceKey] is string given ? $" 'nonce-{given}'" : string.Empty;
            headers.TryAdd("Content-Security-Policy", string.Format(CultureInfo.InvariantCulture, Policy, nonce));
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}

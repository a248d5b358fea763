using System.Globalization;
using Backoffice.Data.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Reports.Print;

namespace Backoffice.Web.Api.Print;

/// <summary>A record as PDF: shown by the browser, named as its template says.</summary>
internal static class PrintApi
{
    internal static void MapPrints(this IEndpointRouteBuilder routes) => routes.MapGet("/print/{form}/{id:guid}.pdf", PrintAsync);

    private static async Task<FileContentHttpResult> PrintAsync(
        string form, Guid id, string? language, ApiActor actor, RecordPrinting printing, PdfPrinter printer, HttpResponse response, CancellationToken ct)
    {
        var culture = language is null ? CultureInfo.CurrentUICulture : Languages(language);
        var document = await printing.ComposeAsync(actor, form, id, culture, ct);
        var pdf = await printer.PrintAsync(document, ct);
        response.GetTypedHeaders().ContentDisposition = new("inline") { FileNameStar = document.FileName };
        return TypedResults.File(pdf, "application/pdf");
    }

    /// <exception cref="BadHttpRequestException">There is no such language.</exception>
    private static CultureInfo Languages(string code) =>
        code is "en" or "zh-Hans" or "zh-Hant"
            ? CultureInfo.GetCultureInfo(code)
            : throw new BadHttpRequestException($"language is en, zh-Hans or zh-Hant, but found \"{code}\".");
}

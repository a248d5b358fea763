using System.Globalization;
using Microsoft.Playwright;

namespace Reports.Print;

/// <summary>One document in a browser context of its own, which is closed after it.</summary>
internal static class PrintSheet
{
    internal static async Task<byte[]> PrintAsync(IBrowser browser, string html, PdfOptions pdf)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            AcceptDownloads = false,
            ServiceWorkers = ServiceWorkerPolicy.Block,
        });
        try
        {
            await context.RouteAsync("**/*", static route => IsInside(route.Request.Url) ? route.ContinueAsync() : route.AbortAsync());
            var page = await context.NewPageAsync();
            await page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
            return await page.PdfAsync(Settings(pdf));
        }
        finally
        {
            await context.CloseAsync();
        }
    }

    private static bool IsInside(string url) =>
        url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("about:", StringComparison.Ordinal);

    private static PagePdfOptions Settings(PdfOptions pdf) => new()
    {
        Format = pdf.Paper == PaperSize.Letter ? "Letter" : "A4",
        Landscape = pdf.Landscape,
        PrintBackground = true,
        Tagged = true,
        DisplayHeaderFooter = pdf.Header is not null || pdf.Footer is not null,
        // An empty template would print Chromium's own (address and date).
        HeaderTemplate = pdf.Header ?? "<span></span>",
        FooterTemplate = pdf.Footer ?? "<span></span>",
        Margin = new Margin
        {
            Top = Millimetres(pdf.Margins.Top),
            Right = Millimetres(pdf.Margins.Right),
            Bottom = Millimetres(pdf.Margins.Bottom),
            Left = Millimetres(pdf.Margins.Left),
        },
    };

    private static string Millimetres(decimal length) => length.ToString(CultureInfo.InvariantCulture) + "mm";
}

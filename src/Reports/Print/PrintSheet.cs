using System.Globalization;
using Microsoft.Playwright;

namespace Reports.Print;

/// <summary>
/// A page of the browser that prints one document after another: opening a page costs more than printing a short
/// document. Documents run no script and keep nothing, so one leaves no trace for the next.
/// </summary>
internal sealed class PrintSheet
{
    /// <summary>After so many documents a page is given up, so that what Chromium piles up is freed.</summary>
    private const int MostDocuments = 200;

    private readonly IBrowserContext context;
    private readonly IPage page;
    private int documents;

    private PrintSheet(IBrowser browser, IBrowserContext context, IPage page)
    {
        this.Browser = browser;
        this.context = context;
        this.page = page;
    }

    internal IBrowser Browser { get; }

    internal bool IsUsable => this.Browser.IsConnected && !this.page.IsClosed && this.documents < MostDocuments;

    internal static async Task<PrintSheet> OpenAsync(IBrowser browser)
    {
        var opened = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            AcceptDownloads = false,
            ServiceWorkers = ServiceWorkerPolicy.Block,
        });
        await opened.RouteAsync("**/*", static route => IsInside(route.Request.Url) ? route.ContinueAsync() : route.AbortAsync());
        return new PrintSheet(browser, opened, await opened.NewPageAsync());
    }

    internal async Task<byte[]> PrintAsync(string html, PdfOptions pdf)
    {
        this.documents++;
        await this.page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
        return await this.page.PdfAsync(Settings(pdf));
    }

    internal async Task CloseAsync()
    {
        try
        {
            await this.context.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // It went with its browser.
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

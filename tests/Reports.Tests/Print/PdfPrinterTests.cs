using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Reports.Print;

namespace Reports.Tests.Print;

public sealed class PdfPrinterTests(Printer printer) : IClassFixture<Printer>
{
    private readonly PrintComposer composer = new();

    [Fact(Skip = Printer.Skipped, SkipType = typeof(Printer), SkipWhen = nameof(Printer.IsMissing))]
    public async Task Prints_a_contract_with_lines_total_trail_and_page_number()
    {
        var pages = await this.PrintAsync(ContractExample.Model(), ContractExample.English);
        Assert.Equal(2, pages.Count);
        Assert.Contains("Ningbo Harbour Foods Co.,", pages[0], StringComparison.Ordinal);
        Assert.Contains("宁波港湾食品有限公司", pages[0], StringComparison.Ordinal);
        Assert.Contains("¥11,766.15", pages[0], StringComparison.Ordinal);
        Assert.Matches(@"CT-2026-0438 +Printed 2026-11-22 09:30 · Lin Yue 林悦 +Page 1 of 2", pages[0]);
        Assert.Matches(@"Finance +Tang Li 唐丽 +Approved +2026-11-18 16:20 +折扣在授权范围内，同意。", pages[1]);
        Assert.Contains("for Zhou Qiang 周强", pages[1], StringComparison.Ordinal);
    }

    [Theory(Skip = Printer.Skipped, SkipType = typeof(Printer), SkipWhen = nameof(Printer.IsMissing))]
    [InlineData("zh-Hans", "审批记录", "第 1 页，共 2 页")]
    [InlineData("zh-Hant", "簽核記錄", "第 1 頁，共 2 頁")]
    public async Task Prints_in_Chinese(string language, string heading, string page)
    {
        var pages = await this.PrintAsync(ContractExample.Model(), CultureInfo.GetCultureInfo(language));
        Assert.Contains(heading, pages[1], StringComparison.Ordinal);
        Assert.Contains(Squeeze(page), Squeeze(pages[0]), StringComparison.Ordinal);
    }

    [Fact(Skip = Printer.Skipped, SkipType = typeof(Printer), SkipWhen = nameof(Printer.IsMissing))]
    public async Task Breaks_120_lines_over_pages_with_heads_and_loses_none()
    {
        var pages = await this.PrintAsync(ContractExample.Model(120), ContractExample.English);
        Assert.InRange(pages.Count, 5, 6);
        for (var line = 1; line <= 120; line++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"CR-{line:000} ");
            Assert.Single(pages, page => page.Contains(code, StringComparison.Ordinal));
        }

        foreach (var (index, page) in pages.Index())
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Page {index + 1} of {pages.Count}"), page, StringComparison.Ordinal);
            Assert.True(!page.Contains("CR-", StringComparison.Ordinal) || page.Contains("List price", StringComparison.Ordinal), "A page with lines has a head.");
        }

        var total = Assert.Single(pages, page => page.Contains("¥1,614,397.28", StringComparison.Ordinal));
        Assert.Contains("CR-120 ", total, StringComparison.Ordinal);
    }

    [Fact(Skip = Printer.Skipped, SkipType = typeof(Printer), SkipWhen = nameof(Printer.IsMissing))]
    public async Task Fetches_nothing_and_runs_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "secret-on-disk");
        var running = $"""
            <img src="{address}a.png"><iframe src="{address}b.html"></iframe><iframe src="file://{secret}"></iframe>
            <object data="file://{secret}"></object><script>document.body.append("script-ran")</script>
            <img src="data:," onerror="document.body.append('script-ran')"><style>p [background:url({address}c.png)]</style><p>running</p>
            """.Replace('[', '{').Replace(']', '}');
        var body = $"""
            <style>@import url({address}d.css);</style><link rel="stylesheet" href="{address}e.css"><link rel="preconnect" href="{address}">
            <p>visible</p>
            """;
        var pdf = await printer.Pdf.PrintAsync($"<!doctype html><body>{body}{running}", new PdfOptions { Header = running, Footer = running });
        var refreshed = await printer.Pdf.PrintAsync($"<!doctype html><meta http-equiv=refresh content='0;url=file://{secret}'><p>refreshed", new PdfOptions());
        var text = string.Concat([.. await PdfText.PagesAsync(pdf), .. await PdfText.PagesAsync(refreshed)]);
        File.Delete(secret);

        Assert.Contains("visible", text, StringComparison.Ordinal);
        Assert.Contains("running", text, StringComparison.Ordinal);
        Assert.DoesNotContain("script-ran", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-on-disk", text, StringComparison.Ordinal);
        Assert.False(listener.Pending(), "Something was fetched.");
    }

    [Fact(Skip = Printer.Skipped, SkipType = typeof(Printer), SkipWhen = nameof(Printer.IsMissing))]
    public async Task Leaves_nothing_of_one_document_in_the_next()
    {
        for (var round = 0; round < 3; round++)
        {
            var text = string.Concat(await PdfText.PagesAsync(await printer.Pdf.PrintAsync($"<p>document {round}", new PdfOptions())));
            Assert.Equal($"document {round}", text.Trim());
        }
    }

    [Fact(Skip = Printer.Skipped, SkipType = typeof(Printer), SkipWhen = nameof(Printer.IsMissing))]
    public async Task Prints_many_at_once()
    {
        var texts = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
            string.Concat(await PdfText.PagesAsync(await printer.Pdf.PrintAsync($"<p>document {number}", new PdfOptions())))));
        Assert.Equal(Enumerable.Range(0, 6).Select(number => $"document {number}"), texts.Select(text => text.Trim()));
    }

    [Fact(Skip = Printer.Skipped, SkipType = typeof(Printer), SkipWhen = nameof(Printer.IsMissing))]
    public async Task Starts_the_browser_again_when_it_died()
    {
        var others = StartedProcesses.Named("chromium").ToHashSet();
        await using var own = new PdfPrinter();
        await own.WarmUpAsync();
        var started = StartedProcesses.Named("chromium").Where(id => !others.Contains(id)).ToList();
        Assert.NotEmpty(started);
        started.ForEach(StartedProcesses.Kill);

        Assert.Contains("alive", string.Concat(await PdfText.PagesAsync(await own.PrintAsync("<p>alive", new PdfOptions()))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_install_without_Chromium()
    {
        await using var own = new PdfPrinter(new PdfPrinterOptions { Executable = "/nowhere/chromium" });
        var exception = await Assert.ThrowsAsync<PdfUnavailableException>(() => own.PrintAsync("<p>", new PdfOptions()));
        Assert.Contains("/nowhere/chromium", exception.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y --no-install-recommends chromium fonts-noto-cjk", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = Printer.Skipped, SkipType = typeof(Printer), SkipWhen = nameof(Printer.IsMissing))]
    public async Task Says_when_a_browser_does_not_start()
    {
        await using var own = new PdfPrinter(new PdfPrinterOptions { Executable = "/bin/false" });
        await Assert.ThrowsAsync<PdfUnavailableException>(() => own.PrintAsync("<p>", new PdfOptions()));
    }

    [Fact(Skip = Printer.Skipped, SkipType = typeof(Printer), SkipWhen = nameof(Printer.IsMissing))]
    public async Task Gives_up_what_takes_too_long_and_prints_the_next()
    {
        await using var own = new PdfPrinter(new PdfPrinterOptions { Timeout = TimeSpan.FromSeconds(12) });
        var endless = string.Concat(Enumerable.Range(0, 1_000_000).Select(row => string.Create(CultureInfo.InvariantCulture, $"<p>{row}")));
        await Assert.ThrowsAsync<TimeoutException>(() => own.PrintAsync(endless, new PdfOptions()));
        Assert.NotEmpty(await own.PrintAsync("<p>next", new PdfOptions()));
    }

    private async Task<IReadOnlyList<string>> PrintAsync(PrintModel model, CultureInfo culture) =>
        await PdfText.PagesAsync(await printer.Pdf.PrintAsync(this.composer.Compose(PackTemplates.Contract, model, culture)));

    private static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}

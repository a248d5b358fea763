using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace Reports.Print;

/// <summary>
/// Prints HTML to PDF in one Chromium that is started at the first print and kept. Documents get nothing from
/// network or disk and run no script. Thread-safe; one for the process.
/// </summary>
public sealed class PdfPrinter : IAsyncDisposable
{
    private readonly PdfPrinterOptions options;
    private readonly PrintBrowser browser;
    private readonly SemaphoreSlim turns;
    private readonly ConcurrentBag<PrintSheet> idle = [];

    public PdfPrinter(PdfPrinterOptions? options = null)
    {
        this.options = options ?? new PdfPrinterOptions();
        this.browser = new PrintBrowser(this.options);
        this.turns = new SemaphoreSlim(this.options.Pages);
    }

    /// <summary>Starts the browser and draws one page, so that the first document does not wait for it.</summary>
    /// <exception cref="PdfUnavailableException">There is no Chromium, or it does not start.</exception>
    public Task WarmUpAsync(CancellationToken cancellation = default) =>
        this.PrintAsync("<!doctype html><p>Aa 中文", new PdfOptions(), cancellation);

    /// <inheritdoc cref="PrintAsync(string, PdfOptions, CancellationToken)"/>
    public Task<byte[]> PrintAsync(PrintDocument document, CancellationToken cancellation = default) =>
        this.PrintAsync(document.Html, document.Options, cancellation);

    /// <summary>The PDF of a document. What fails is tried a second time, on a new browser where the first has died.</summary>
    /// <exception cref="PdfUnavailableException">There is no Chromium, or it does not start.</exception>
    /// <exception cref="PdfFailedException">Chromium cannot print this document.</exception>
    /// <exception cref="TimeoutException">The document took longer than <see cref="PdfPrinterOptions.Timeout"/>.</exception>
    public async Task<byte[]> PrintAsync(string html, PdfOptions pdf, CancellationToken cancellation = default)
    {
        await this.turns.WaitAsync(cancellation);
        try
        {
            try
            {
                return await this.PrintOnceAsync(html, pdf, cancellation);
            }
            catch (PdfFailedException) when (!cancellation.IsCancellationRequested)
            {
                return await this.PrintOnceAsync(html, pdf, cancellation);
            }
        }
        finally
        {
            this.turns.Release();
        }
    }

    /// <summary>Ends the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        await this.browser.DisposeAsync();
        this.turns.Dispose();
    }

    private async Task<byte[]> PrintOnceAsync(string html, PdfOptions pdf, CancellationToken cancellation)
    {
        var running = await this.browser.GetAsync(cancellation);
        var printing = this.PrintAsync(running, html, pdf);
        try
        {
            return await printing.WaitAsync(this.options.Timeout, cancellation);
        }
        catch (TimeoutException exception)
        {
            // A page that hangs cannot be closed politely.
            await this.browser.DiscardAsync(running);
            var seconds = this.options.Timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
            throw new TimeoutException($"Printing took longer than {seconds} s and was given up. Print fewer lines at once, or simplify the template.", exception);
        }
        catch (PlaywrightException exception)
        {
            throw new PdfFailedException(exception);
        }
        finally
        {
            // What is still under way ends by itself or with its browser; its outcome no longer matters.
            _ = printing.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    private async Task<byte[]> PrintAsync(IBrowser running, string html, PdfOptions pdf)
    {
        var sheet = this.TakeIdle(running) ?? await PrintSheet.OpenAsync(running);
        var done = false;
        try
        {
            var bytes = await sheet.PrintAsync(html, pdf);
            done = true;
            return bytes;
        }
        finally
        {
            if (done && sheet.IsUsable)
            {
                this.idle.Add(sheet);
            }
            else
            {
                await sheet.CloseAsync();
            }
        }
    }

    /// <summary>A page left by an earlier document; pages of a browser that has gone are forgotten.</summary>
    private PrintSheet? TakeIdle(IBrowser running)
    {
        while (this.idle.TryTake(out var sheet))
        {
            if (sheet.IsUsable && ReferenceEquals(sheet.Browser, running))
            {
                return sheet;
            }
        }

        return null;
    }
}

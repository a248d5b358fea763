using Microsoft.Playwright;

namespace Reports.Print;

/// <summary>The one browser of a printer: started when first asked for, started again when it has gone.</summary>
internal sealed class PrintBrowser(PdfPrinterOptions options) : IAsyncDisposable
{
    private const float StartMilliseconds = 30_000;

    private static readonly string[] Arguments =
    [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-dev-shm-usage",
        "--disable-extensions",
        "--disable-sync",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--font-render-hinting=none",
    ];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? driver;
    private IBrowser? browser;
    private bool disposed;

    internal async Task<IBrowser> GetAsync(CancellationToken cancellation)
    {
        await this.starting.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(this.disposed, this);
            if (this.browser is { IsConnected: true } running)
            {
                return running;
            }

            await this.EndAsync();
            return this.browser = await this.StartAsync();
        }
        finally
        {
            this.starting.Release();
        }
    }

    /// <summary>Ends a browser that misbehaved, unless another has taken its place already.</summary>
    internal async Task DiscardAsync(IBrowser broken)
    {
        await this.starting.WaitAsync();
        try
        {
            if (ReferenceEquals(this.browser, broken))
            {
                await this.EndAsync();
            }
        }
        finally
        {
            this.starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await this.starting.WaitAsync();
        try
        {
            this.disposed = true;
            await this.EndAsync();
        }
        finally
        {
            this.starting.Release();
        }
    }

    private async Task<IBrowser> StartAsync()
    {
        var executable = options.Executable ?? ChromiumPath.Find() ?? throw new PdfUnavailableException("none is installed");
        if (!File.Exists(executable))
        {
            throw new PdfUnavailableException($"there is none at {executable}");
        }

        try
        {
            this.driver ??= await Playwright.CreateAsync();
            return await this.driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = executable,
                Headless = true,
                // Chromium refuses to run as root with its sandbox on (containers).
                Args = Environment.IsPrivilegedProcess ? [.. Arguments, "--no-sandbox"] : Arguments,
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
                Timeout = StartMilliseconds,
                HandleSIGINT = false,
                HandleSIGTERM = false,
                HandleSIGHUP = false,
            });
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            throw new PdfUnavailableException($"{executable} did not start: {exception.Message.Split('\n')[0]}", exception);
        }
    }

    private async Task EndAsync()
    {
        var ending = this.browser;
        this.browser = null;
        if (ending is not null)
        {
            try
            {
                await ending.CloseAsync();
            }
            catch (PlaywrightException)
            {
                // It is gone already, which is what was wanted.
            }
        }

        // The driver goes with its browser: when the driver itself died, a new one is needed.
        this.driver?.Dispose();
        this.driver = null;
    }
}

using System.Collections.Concurrent;
using Microsoft.Playwright;
using Web.Tests.Hosting;

namespace Web.Tests.Browser;

/// <summary>The product with its demo company, and one Chromium that all journeys share.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string Chromium = Environment.GetEnvironmentVariable("BACKOFFICE_CHROMIUM") ?? "/usr/bin/chromium";
    private readonly ConcurrentDictionary<string, string> signedIn = new(StringComparer.Ordinal);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public DemoBackoffice Backoffice { get; } = new();

    /// <summary>Why no journey can be made; null where a browser runs.</summary>
    public static string? Missing => File.Exists(Chromium)
        ? null
        : $"There is no Chromium at {Chromium}. Install it (apt-get install -y --no-install-recommends chromium fonts-noto-cjk), or name its executable in BACKOFFICE_CHROMIUM.";

    /// <summary>Where pictures of the steps go.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(
        Environment.GetEnvironmentVariable("BACKOFFICE_TEST_RESULTS") ?? Path.Combine(Path.GetTempPath(), "backoffice-test-results"), "screenshots")).FullName;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        await this.Backoffice.InitializeAsync();

        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        this.playwright = await Playwright.CreateAsync();
        this.browser = await this.playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    /// <summary>A window of nobody yet.</summary>
    public Task<IBrowserContext> WindowAsync(Screen screen, string? state = null) => this.browser!.NewContextAsync(new()
    {
        BaseURL = this.Backoffice.Address.ToString(),
        ViewportSize = screen.Size,
        IsMobile = screen == Screen.Phone,
        HasTouch = screen == Screen.Phone,
        Locale = "en-GB",
        ReducedMotion = ReducedMotion.Reduce,
        StorageState = state,
    });

    /// <summary>A window of a person who has signed in, the first time by the page.</summary>
    public async Task<IBrowserContext> WindowOfAsync(string person, Screen screen)
    {
        if (this.signedIn.TryGetValue(person, out var known))
        {
            return await this.WindowAsync(screen, known);
        }

        var window = await this.WindowAsync(screen);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("[name=userName]").FillAsync(person);
        await page.Locator("[name=password]").FillAsync(this.Backoffice.PasswordOf(person));
        await page.Locator("[name=password]").PressAsync("Enter");
        await page.Locator(Desk.Answering).WaitForAsync();
        this.signedIn[person] = await window.StorageStateAsync();
        await page.CloseAsync();
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (this.browser is not null)
        {
            await this.browser.DisposeAsync();
            this.playwright!.Dispose();
            await this.Backoffice.DisposeAsync();
        }
    }
}

/// <summary>Journeys stand in one line: they share a company.</summary>
[CollectionDefinition(nameof(BrowserFixture))]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>;

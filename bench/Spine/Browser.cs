using Microsoft.Playwright;

namespace Bench.Spine;

/// <summary>A signed-in person in Chromium.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright driver;
    private readonly IBrowser chromium;

    private Browser(IPlaywright playwright, IBrowser browser, IPage page) => (this.driver, this.chromium, this.Page) = (playwright, browser, page);

    internal IPage Page { get; }

    internal static async Task<Browser> SignInAsync(Uri address, string userName, string password)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BACKOFFICE_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var page = await browser.NewPageAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = 1440, Height = 900 } });
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[name=userName]", userName);
        await page.FillAsync("input[name=password]", password);
        await page.PressAsync("input[name=password]", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return new Browser(playwright, browser, page);
    }

    public async ValueTask DisposeAsync()
    {
        await this.chromium.CloseAsync();
        this.driver.Dispose();
    }
}

using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

/// <summary>A person before a page.</summary>
public sealed class Desk
{
    /// <summary>The shell once the server answers what is clicked and typed.</summary>
    public const string Answering = ".shell[data-interactive=true]";

    private readonly Screen screen;

    public Desk(string person, Screen screen, IBrowserContext window, IPage page)
    {
        (this.Person, this.screen, this.Window, this.Page) = (person, screen, window, page);
        page.SetDefaultTimeout(30_000);
        page.PageError += (_, error) => this.Errors.Add($"{person} at {page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                this.Errors.Add($"{person} at {page.Url}: {message.Text}");
            }
        };
        page.Dialog += async (_, dialog) =>
        {
            this.Errors.Add($"{person} at {page.Url}: a dialog said {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public string Person { get; }

    public IBrowserContext Window { get; }

    public IPage Page { get; }

    /// <summary>What the browser complained of.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>The decision bar.</summary>
    public ILocator Decision => this.Page.Locator(".decide");

    public ILocator Toast => this.Page.Locator(".toast");

    public ILocator Trail => this.Page.Locator("section", new() { Has = this.Page.Locator("#trail-title") });

    public async Task GoAsync(string address)
    {
        await this.Page.GotoAsync(address);
        await this.Page.Locator(Answering).WaitForAsync();
    }

    public async Task ReloadAsync()
    {
        await this.Page.ReloadAsync();
        await this.Page.Locator(Answering).WaitForAsync();
    }

    public Task ClickAsync(string button) => this.Button(button).ClickAsync();

    /// <summary>A button or link that can be seen, by the beginning of its words.</summary>
    public ILocator Button(string words)
    {
        var name = new System.Text.RegularExpressions.Regex("^" + System.Text.RegularExpressions.Regex.Escape(words), System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        return this.Page.GetByRole(AriaRole.Button, new() { NameRegex = name }).Or(this.Page.GetByRole(AriaRole.Link, new() { NameRegex = name })).First;
    }

    public Task SeesAsync(string text) => Expect(this.Page.GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync();

    public Task ToastSaysAsync(string text) => Expect(this.Toast.Filter(new() { HasText = text })).ToBeVisibleAsync();

    /// <summary>Nothing of the page is wider than the window.</summary>
    public async Task FitsAsync()
    {
        var over = await this.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth");
        Assert.True(over <= 0, $"{this.Page.Url} is {over} px wider than the window.");
    }

    /// <summary>Pictures as on a desktop and on a phone; of a phone only that.</summary>
    public async Task ShotAsync(string name)
    {
        foreach (var size in this.screen == Screen.Phone ? [Screen.Phone] : new[] { Screen.Phone, Screen.Desktop })
        {
            if (this.screen != Screen.Phone)
            {
                await this.Page.SetViewportSizeAsync(size.Width, size.Height);
            }

            await this.Page.ScreenshotAsync(new() { Path = Path.Combine(BrowserFixture.Screenshots, $"{name}-{size.Name}.png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}

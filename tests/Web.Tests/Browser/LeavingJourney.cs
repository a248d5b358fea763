using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed partial class LeavingJourney(BrowserFixture browser) : Journey(browser)
{
    private readonly BrowserFixture browser = browser;

    [Fact]
    public async Task The_open_page_of_somebody_who_left_asks_for_a_sign_in()
    {
        var bai = await this.SitDownAsync("bai.ning");
        await bai.GoAsync("/inbox");

        await this.browser.Backoffice.LeaveAsync("bai.ning");

        await Expect(bai.Page).ToHaveURLAsync(SignIn());
        await Expect(bai.Page.Locator("[name=userName]")).ToBeVisibleAsync();
        await this.ShotAsync(bai);

        // The cookie is worth nothing any more, either.
        await bai.Page.GotoAsync("/");
        await Expect(bai.Page.Locator("[name=userName]")).ToBeVisibleAsync();
    }

    [GeneratedRegex("/sign-in\\?returnUrl=%2Finbox$", RegexOptions.None, 1000)]
    private static partial Regex SignIn();
}

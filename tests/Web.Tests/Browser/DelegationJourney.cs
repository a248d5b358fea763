using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class DelegationJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task A_proxy_signs_for_somebody_and_the_trail_names_both()
    {
        var bai = await this.SitDownAsync("bai.ning");
        await bai.GoAsync("/delegations");
        await bai.SeesAsync("Nobody signs for you");
        await bai.ClickAsync("Delegate to someone");
        await bai.Page.Locator("#dg-proxy").FillAsync("fr");
        await bai.Page.Locator(".dg-sheet .pp-option", new() { HasText = "Fan Rong" }).ClickAsync();
        var from = bai.Page.GetByLabel("From, date");
        await from.FillAsync(TimeProvider.System.GetLocalNow().AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await from.BlurAsync();
        await bai.SeesAsync("Fan Rong signs for you in all workflows");
        await this.ShotAsync(bai);
        await Audit.PassesAsync(bai.Page);
        await bai.Page.Locator(".dg-sheet footer .pri").ClickAsync();
        await bai.ToastSaysAsync("Delegated to Fan Rong");
        await Expect(bai.Page.Locator(".dg .pill")).ToHaveTextAsync("In force");

        var contract = await this.Office.SubmittedAsync("ye.qing", "Signed by somebody else");
        var fan = await this.SitDownAsync("fan.rong");
        await fan.GoAsync("/inbox?show=proxy");
        await Expect(fan.Page.Locator(".lst")).ToContainTextAsync("for Bai Ning");
        await this.ShotAsync(fan);
        await fan.GoAsync(await this.Office.ItemAsync("fan.rong", contract));
        await Expect(fan.Page.Locator(".wh")).ToContainTextAsync("For Bai Ning");
        await this.ShotAsync(fan);
        await fan.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await fan.ToastSaysAsync("approved");

        await bai.GoAsync(contract.Address);
        await Expect(bai.Trail).ToContainTextAsync("Fan Rong approved for Bai Ning");
        await bai.GoAsync("/delegations");
        await Expect(bai.Page.Locator(".dg")).ToContainTextAsync("Signed for you lately");
        await this.ShotAsync(bai);
        await bai.ClickAsync("Withdraw");
        await Expect(bai.Page.Locator(".dg .pill").First).ToHaveTextAsync("Withdrawn");
    }
}

using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class KeyboardJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task A_manager_works_through_the_inbox_and_finds_a_contract_by_keys_alone()
    {
        var contract = await this.Office.SubmittedAsync("xu.lin", "First by keys");
        await this.Office.SubmittedAsync("xu.lin", "Second by keys");
        var fan = await this.SitDownAsync("fan.rong");
        var selected = fan.Page.Locator(".lst .li.cur");
        await fan.GoAsync("/inbox");
        await Expect(selected).ToContainTextAsync("First by keys");
        await fan.Page.Keyboard.PressAsync("j");
        await Expect(selected).ToContainTextAsync("Second by keys");
        await fan.Page.Keyboard.PressAsync("k");
        await Expect(selected).ToContainTextAsync("First by keys");
        await Expect(fan.Page.Locator(".det h2").First).ToHaveTextAsync("First by keys");
        await this.ShotAsync(fan);
        await fan.Page.Keyboard.PressAsync("a");
        await fan.ToastSaysAsync("First by keys approved");
        await Expect(selected).ToContainTextAsync("Second by keys");
        await this.ShotAsync(fan);

        await fan.Page.Keyboard.PressAsync("Control+k");
        await fan.Page.Keyboard.TypeAsync(contract.Number);
        await Expect(fan.Page.Locator("#palette .mi")).ToContainTextAsync(["First by keys"]);
        await this.ShotAsync(fan);
        await fan.Page.Keyboard.PressAsync("ArrowDown");
        await fan.Page.Keyboard.PressAsync("Enter");
        await fan.Page.WaitForURLAsync("**" + contract.Address);
        await Expect(fan.Page.Locator("h1")).ToHaveTextAsync("First by keys");
    }
}

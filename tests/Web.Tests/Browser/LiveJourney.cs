using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class LiveJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task An_open_inbox_shows_what_somebody_else_submits()
    {
        var gao = await this.SitDownAsync("gao.min");
        await gao.GoAsync("/inbox");
        await Expect(gao.Page.Locator(".lst .rows li").First).ToBeVisibleAsync();
        await this.Office.SubmittedAsync("he.jia", "Sudden order of a training day");
        var strip = gao.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^1 new") });
        await Expect(strip).ToBeVisibleAsync();
        await Expect(gao.Page.Locator(".lst .rows")).Not.ToContainTextAsync("Sudden order");
        await this.ShotAsync(gao);
        await strip.ClickAsync();
        await Expect(gao.Page.Locator(".lst .rows")).ToContainTextAsync("Sudden order of a training day");
    }

    [Fact]
    public async Task An_item_decided_elsewhere_says_so_and_asks_nothing_more()
    {
        var contract = await this.Office.SubmittedAsync("he.jia", "Decided on the phone");
        var gao = await this.SitDownAsync("gao.min");
        await gao.GoAsync(await this.Office.ItemAsync("gao.min", contract));
        await gao.Decision.GetByRole(AriaRole.Textbox).FillAsync("I am still thinking");
        await this.Office.DecideAsync("gao.min", contract, "reject", "Said on the phone.");
        await gao.SeesAsync("This item is closed.");
        await Expect(gao.Page.Locator(".note.closed")).ToContainTextAsync("Gao Min rejected");
        await Expect(gao.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Approve|Reject|Return)") })).ToHaveCountAsync(0);
        await Expect(gao.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take back") })).ToBeVisibleAsync();
        await this.ShotAsync(gao);
    }

    [Fact]
    public async Task A_decision_that_comes_too_late_is_refused_with_what_happened()
    {
        var contract = await this.Office.SubmittedAsync("he.jia", "Two at the same time");
        var address = await this.Office.ItemAsync("gao.min", contract);
        var (first, second) = (await this.SitDownAsync("gao.min"), await this.SitDownAsync("gao.min"));
        await first.GoAsync(address);
        await second.GoAsync(address);
        var buttons = new[] { first, second }.Select(desk => desk.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") })).ToList();

        // Both are pressed before either page can hear of the other.
        await Task.WhenAll(buttons.Select(button => button.EvaluateAsync("button => button.click()")));
        await Expect(first.Toast.Or(first.Page.Locator(".note.closed")).First).ToContainTextAsync("approved");
        await Expect(second.Toast.Or(second.Page.Locator(".note.closed")).First).ToContainTextAsync("approved");
        await this.ShotAsync(second);
        await first.GoAsync(contract.Address);
        await Expect(first.Trail.GetByText("approved", new() { Exact = true })).ToHaveCountAsync(1);
    }
}

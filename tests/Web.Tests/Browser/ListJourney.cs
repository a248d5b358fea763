using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class ListJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task A_list_is_filtered_sorted_searched_and_its_address_shows_the_same_again()
    {
        var admin = await this.SitDownAsync("admin");
        var rows = admin.Page.Locator(".rgrid tbody tr");
        await admin.GoAsync("/records/contract");
        await Expect(rows.First).ToBeVisibleAsync();
        await admin.ClickAsync("Filter");
        await admin.Page.Locator(".fb").GetByRole(AriaRole.Button, new() { Name = "Rejected" }).ClickAsync();
        await Expect(rows.Filter(new() { HasNotText = "Rejected" })).ToHaveCountAsync(0);
        await Expect(rows.Filter(new() { HasText = "consignment" })).ToBeVisibleAsync();
        await this.ShotAsync(admin);

        await admin.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Total" }).ClickAsync();
        await admin.Page.WaitForURLAsync("**sort=total**");
        await admin.ReloadAsync();
        await Expect(rows.Filter(new() { HasText = "consignment" })).ToBeVisibleAsync();
        await Expect(rows.Filter(new() { HasNotText = "Rejected" })).ToHaveCountAsync(0);
        await admin.Page.Locator("#list-find").FillAsync("emergency");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("Emergency response, 12 months");
        await admin.Page.Locator("#list-find").FillAsync("nothing is called so");
        await admin.SeesAsync("No match in");
        await this.ShotAsync(admin);
        await admin.ClickAsync("Clear filter");
        await Expect(rows.Nth(20)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Views_and_pages_have_addresses()
    {
        for (var number = 1; number <= 25; number++)
        {
            await this.Office.DraftAsync("ma.rui", $"Call-off {number:00}");
        }

        var admin = await this.SitDownAsync("admin");
        var rows = admin.Page.Locator(".rgrid tbody tr");
        await admin.GoAsync("/records/contract");
        await Expect(rows).ToHaveCountAsync(50);
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "2", Exact = true }).ClickAsync();
        await admin.Page.WaitForURLAsync("**page=2");
        await Expect(rows).Not.ToHaveCountAsync(50);
        var first = await rows.First.InnerTextAsync();
        await this.ShotAsync(admin);
        await admin.ReloadAsync();
        await Expect(rows.First).ToHaveTextAsync(first, new() { UseInnerText = true });

        await admin.Page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^Franchise") }).ClickAsync();
        await admin.Page.WaitForURLAsync("**view=franchise");
        await Expect(rows.Filter(new() { HasNotText = "Franchise" })).ToHaveCountAsync(0);
        await Expect(rows.First).ToBeVisibleAsync();
        await this.ShotAsync(admin);
    }
}

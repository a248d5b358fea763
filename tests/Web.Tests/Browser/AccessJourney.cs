using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class AccessJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task No_page_has_a_serious_barrier()
    {
        var found = new List<string>();
        var stranger = await this.StrangerAsync();
        await stranger.Page.GotoAsync("/sign-in");
        await Expect(stranger.Page.Locator("[name=userName]")).ToBeVisibleAsync();
        await this.ShotAsync(stranger);
        found.AddRange(await Audit.BarriersAsync(stranger.Page, "sign-in"));

        var contract = await this.Office.SubmittedAsync("lin.yuwei", "Read by a screen reader");
        var gao = await this.SitDownAsync("gao.min");
        var pages = new (string Name, string Address, string Sees)[]
        {
            ("home", "/", "Read by a screen reader"),
            ("inbox", "/inbox", "Read by a screen reader"),
            ("work item", await this.Office.ItemAsync("gao.min", contract), "Path"),
            ("list", "/records/contract", "Read by a screen reader"),
            ("record", contract.Address, "Terms"),
            ("new record", "/records/contract/new", "Terms"),
        };
        foreach (var (name, address, sees) in pages)
        {
            await gao.GoAsync(address);
            await gao.SeesAsync(sees);
            found.AddRange(await Audit.BarriersAsync(gao.Page, name));
            await this.ShotAsync(gao);
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}

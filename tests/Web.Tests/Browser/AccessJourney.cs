using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class AccessJourney(BrowserFixture browser) : Journey(browser)
{
    /// <summary>They are hidden from screen readers; the rule takes them for a label all the same.</summary>
    private const string Initials = "class=\"av ";

    [Fact]
    public async Task No_page_has_a_serious_barrier()
    {
        var found = new List<string>();
        var stranger = await this.StrangerAsync();
        await stranger.Page.GotoAsync("/sign-in");
        await Expect(stranger.Page.Locator("[name=userName]")).ToBeVisibleAsync();
        await this.ShotAsync(stranger);
        found.AddRange(await BarriersAsync(stranger, "sign-in"));

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
            found.AddRange(await BarriersAsync(gao, name));
            await this.ShotAsync(gao);
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    private static async Task<IEnumerable<string>> BarriersAsync(Desk desk, string page)
    {
        var result = await desk.Page.RunAxe();
        return result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Where(violation => violation.Id != "label-content-name-mismatch" || violation.Nodes.Any(node => !node.Html.Contains(Initials, StringComparison.Ordinal)))
            .Select(violation => $"{page}: {violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(6))}");
    }
}

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Web.Tests.Browser;

/// <summary>What axe finds serious on a page.</summary>
internal static class Audit
{
    /// <summary>They are hidden from screen readers; the rule takes them for a label all the same.</summary>
    private const string Initials = "class=\"av ";

    public static async Task<IReadOnlyList<string>> BarriersAsync(IPage page, string name)
    {
        var result = await page.RunAxe();
        return
        [
            .. result.Violations
                .Where(violation => violation.Impact is "serious" or "critical")
                .Where(violation => violation.Id != "label-content-name-mismatch" || violation.Nodes.Any(node => !node.Html.Contains(Initials, StringComparison.Ordinal)))
                .Select(violation => $"{name}: {violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(6))}"),
        ];
    }

    public static async Task PassesAsync(IPage page)
    {
        var found = await BarriersAsync(page, page.Url);
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}

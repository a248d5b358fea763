using Backoffice.Data.Workflows;
using Backoffice.Web.Localization;

namespace Backoffice.Web.Pages.Home;

/// <summary>Work items that have waited about as long.</summary>
/// <param name="Key">Suffix of the words: <c>home.group.{Key}</c>.</param>
/// <param name="Hue">Class of the head; empty for neutral.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Items">Oldest first.</param>
public sealed record AgeGroup(string Key, string Hue, string Icon, IReadOnlyList<WorkItemSummary> Items);

/// <summary>Groups what waits by how long it has waited, the longest first; empty groups are left out.</summary>
public static class AgeGroups
{
    /// <summary>From here on, waiting is worth a colour.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromDays(2);

    public static IReadOnlyList<AgeGroup> Of(IEnumerable<WorkItemSummary> items, Moments moments)
    {
        var byAge = items.OrderBy(item => item.OpenedAt).ToLookup(item =>
            moments.Since(item.OpenedAt) > Long ? "long" : moments.DaysSince(item.OpenedAt) > 0 ? "before" : "today");
        AgeGroup[] groups =
        [
            new("long", "soon", "hourglass", [.. byAge["long"]]),
            new("before", "", "clock", [.. byAge["before"]]),
            new("today", "", "calendar", [.. byAge["today"]]),
        ];
        return [.. groups.Where(group => group.Items.Count > 0)];
    }
}

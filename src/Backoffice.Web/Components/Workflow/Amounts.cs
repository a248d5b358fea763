using System.Globalization;
using Backoffice.Data.Workflows;
using Forms.Fields;

namespace Backoffice.Web.Components.Workflow;

/// <summary>Amounts of work items as lists show them.</summary>
public static class Amounts
{
    /// <summary>Without digits after the point, as lists have no room for them: "¥485,512"; empty where there is none.</summary>
    public static string Short(decimal? amount, string? currency) =>
        amount is { } value ? MoneyField.Write(Math.Round(value, 0, MidpointRounding.AwayFromZero), 0, currency, CultureInfo.CurrentCulture) : string.Empty;

    /// <summary>To the cent: "¥485,512.00".</summary>
    public static string Full(decimal? amount, string? currency) =>
        amount is { } value ? MoneyField.Write(value, 2, currency, CultureInfo.CurrentCulture) : string.Empty;

    /// <summary>One sum a currency, the greatest first: "¥6,200,000 + $12,000"; empty where nothing has an amount.</summary>
    public static string Sums(IEnumerable<(decimal? Amount, string? Currency)> amounts) => string.Join(
        " + ",
        amounts.Where(pair => pair.Amount is not null)
            .GroupBy(pair => pair.Currency)
            .Select(group => (group.Key, Sum: group.Sum(pair => pair.Amount!.Value)))
            .OrderByDescending(sum => sum.Sum)
            .Select(sum => Short(sum.Sum, sum.Key)));

    public static string Sums(IEnumerable<WorkItemSummary> items) => Sums(items.Select(item => (item.Amount, item.Currency)));
}

using System.Globalization;

namespace Forms.Definitions;

/// <summary>
/// Translations of the labels in definitions, by path and language. Paths: <c>forms/contract</c>,
/// <c>forms/contract/plural</c>, <c>forms/contract/fields/type</c>, <c>forms/contract/fields/type/service</c> (a choice),
/// <c>forms/contract/fields/lines/quantity</c> (a column), <c>forms/contract/sections/terms</c>,
/// <c>forms/contract/hints/subject</c>, <c>forms/contract/views/mine</c>, <c>forms/contract/rules/ends-after-starts</c>,
/// <c>workflows/contract-approval/activities/manager</c>, <c>workflows/contract-approval/messages/tell-owner</c>, <c>calendars/head-office</c>,
/// <c>calendars/seattle/holidays/stock-taking</c>, <c>holidays/china/spring-festival</c>, <c>units/east</c>, <c>positions/…</c>, <c>roles/…</c>,
/// <c>navigation/sales</c>. English stands in the definitions themselves. Immutable.
/// </summary>
public sealed class LabelCatalog(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> byLanguage)
{
    /// <summary>All translations, by language and path.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ByLanguage { get; } = byLanguage;

    public static LabelCatalog Empty { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, string>>());

    /// <summary>The translation, or null when the language is English or has none: then show the definition's own label.</summary>
    public string? Find(string path, CultureInfo culture)
    {
        for (var current = culture; current.Name.Length > 0; current = current.Parent)
        {
            if (this.ByLanguage.TryGetValue(current.Name, out var labels) && labels.TryGetValue(path, out var label))
            {
                return label;
            }
        }

        return null;
    }
}

using System.Globalization;
using Forms.Definitions;

namespace Forms.Fields;

/// <summary>What a field needs to show a value to a person.</summary>
/// <param name="Culture">en, zh-Hans or zh-Hant: numbers and words; dates are ISO in records.</param>
/// <param name="Labels">Translations of the definitions.</param>
/// <param name="LabelPath">Path of the field in the labels: <c>forms/contract/fields/type</c>.</param>
/// <param name="TitleOf">Title of a linked record or the name of a person by id; null when unknown.</param>
public sealed record FieldFormat(
    CultureInfo Culture,
    LabelCatalog Labels,
    string LabelPath,
    Func<Guid, string?> TitleOf)
{
    /// <summary>ISO code of the currency of the record's amounts; null when it has none.</summary>
    public string? Currency { get; init; }
}

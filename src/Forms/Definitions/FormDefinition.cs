using System.Text.Json.Serialization;
using Forms.Conditions;
using Forms.Fields;

namespace Forms.Definitions;

/// <summary>A form: its fields, how they are laid out, what must hold, and how its records are named and listed.</summary>
public sealed record FormDefinition : IDefinition
{
    [JsonPropertyOrder(0)]
    public required string Key { get; init; }

    /// <summary>One record: "Contract".</summary>
    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    /// <summary>Many: "Contracts".</summary>
    [JsonPropertyOrder(2)]
    public required string Plural { get; init; }

    /// <summary>Name of an icon of the product's set: <c>stamp</c>, <c>people</c>, <c>box</c> …</summary>
    [JsonPropertyOrder(3)]
    public string Icon { get; init; } = "form";

    /// <summary>Section of the main navigation (<c>sales</c>, <c>service</c> …); not listed there when absent.</summary>
    [JsonPropertyOrder(4)]
    public string? Navigation { get; init; }

    /// <summary>How a record is named and summed up.</summary>
    [JsonPropertyOrder(5)]
    public required RecordSummary Summary { get; init; }

    [JsonPropertyOrder(6)]
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    /// <summary>Sections of the record page in order. A field in none of them is not shown there.</summary>
    [JsonPropertyOrder(7)]
    public required IReadOnlyList<FormSection> Sections { get; init; }

    [JsonPropertyOrder(8)]
    public required ListSettings List { get; init; }

    [JsonPropertyOrder(9)]
    public IReadOnlyList<ValidationRule> Rules { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Files { get; init; } = DefinitionFiles.None;

    /// <summary>The field of a name; null when there is none.</summary>
    public FieldDefinition? Field(string name) => this.Fields.FirstOrDefault(field => field.Name == name);
}

/// <summary>Names of fields that sum a record up in lists, links and the inbox.</summary>
/// <param name="Title">Text that names it: "Service contract, 36 months".</param>
public sealed record RecordSummary(string Title)
{
    /// <summary>Its number, shown beside the title; none when absent.</summary>
    public string? Number { get; init; }

    /// <summary>The amount that matters; none when absent.</summary>
    public string? Amount { get; init; }

    /// <summary>The link to whom it concerns; none when absent.</summary>
    public string? Party { get; init; }

    /// <summary>The choice field with the state; none when absent.</summary>
    public string? Status { get; init; }
}

/// <summary>A titled card on the record page.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Label">English.</param>
/// <param name="Fields">Names of fields in order. A sub-table stands in a section of its own.</param>
public sealed record FormSection(string Id, string Label, IReadOnlyList<string> Fields);

/// <summary>What the list shows at first.</summary>
/// <param name="Columns">Names of fields in order; the first is the link.</param>
public sealed record ListSettings(IReadOnlyList<string> Columns)
{
    /// <summary>Field to sort by, with a minus before it for descending: <c>-number</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>Ready-made views, shown as tabs after "All".</summary>
    public IReadOnlyList<ListView> Views { get; init; } = [];
}

/// <summary>A named filter of a list.</summary>
public sealed record ListView(string Id, string Label, Condition Filter);

/// <summary>Something that must hold before a record is saved.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Field">Name of the field beside which the message stands.</param>
/// <param name="Holds">The condition that must be true.</param>
/// <param name="Message">Said when it is not, in English.</param>
public sealed record ValidationRule(string Id, string Field, Condition Holds, string Message);

using System.Text.Json.Serialization;

namespace Forms.Definitions;

/// <summary>A role: what its members may do with which records.</summary>
public sealed record RoleDefinition
{
    [JsonPropertyOrder(0)]
    public required string Key { get; init; }

    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    [JsonPropertyOrder(2)]
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>Whether members may do everything, see every record, and act for the administrator in workflows.</summary>
    [JsonPropertyOrder(3)]
    public bool Administrator { get; init; }
}

/// <summary>Rights on the records of one form. Rights of several roles add up.</summary>
/// <param name="Form">Key of the form, or <c>*</c> for every form.</param>
/// <param name="Rights">What may be done.</param>
/// <param name="Scope">With which records.</param>
public sealed record Grant(string Form, IReadOnlyList<RecordRight> Rights, RecordScope Scope);

[JsonConverter(typeof(JsonStringEnumConverter<RecordRight>))]
public enum RecordRight
{
    [JsonStringEnumMemberName("read")] Read,
    [JsonStringEnumMemberName("create")] Create,
    [JsonStringEnumMemberName("edit")] Edit,
    [JsonStringEnumMemberName("delete")] Delete,
    [JsonStringEnumMemberName("print")] Print,
}

/// <summary>Which records a grant covers, by who made them and the unit they belong to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordScope>))]
public enum RecordScope
{
    /// <summary>Made by the person, or naming the person in a person field.</summary>
    [JsonStringEnumMemberName("own")] Own,

    /// <summary>Of the person's units and the units below them.</summary>
    [JsonStringEnumMemberName("unitAndBelow")] UnitAndBelow,

    [JsonStringEnumMemberName("all")] All,
}

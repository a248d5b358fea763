using System.Text.Json;
using System.Text.Json.Serialization;

namespace Forms.Definitions.Demo;

/// <summary>A record made by somebody some time ago, and what happened to it since.</summary>
public sealed record DemoRecord
{
    /// <summary>Names the record within the demo, for links: <c>haiyue</c>. Unique over all forms of the demo. Never stored.</summary>
    [JsonPropertyOrder(0)]
    public required string Id { get; init; }

    /// <summary>Key of the form.</summary>
    [JsonPropertyOrder(1)]
    public required string Form { get; init; }

    /// <summary>Key of the person who makes it.</summary>
    [JsonPropertyOrder(2)]
    public required string By { get; init; }

    /// <summary>When it was made, in hours before the moment the demo is played. Whole or with a fraction, 0 or more.</summary>
    [JsonPropertyOrder(3)]
    public required decimal HoursAgo { get; init; }

    /// <summary>
    /// Values by field name as the form's own JSON has them, with three differences: a link is the <see cref="Id"/> of an
    /// older record of the demo, a person is a key, and a date may be <c>@today</c>, <c>@today+7</c> or <c>@today-30</c>
    /// (days from the day the demo is played). A sub-table is a list of objects. Links are filled as when a person
    /// chooses (<see cref="Forms.Fields.LinkField.Fill"/>) where the value is not given.
    /// </summary>
    [JsonPropertyOrder(4)]
    public required IReadOnlyDictionary<string, JsonElement> Values { get; init; }

    /// <summary>What happened to it, in order of time. Nothing when absent.</summary>
    [JsonPropertyOrder(5)]
    public IReadOnlyList<DemoAct> Acts { get; init; } = [];
}

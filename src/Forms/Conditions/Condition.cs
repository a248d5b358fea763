using System.Text.Json;
using System.Text.Json.Serialization;

namespace Forms.Conditions;

/// <summary>
/// A condition: built without code (one comparison, or a group of conditions), or written as a formula.
/// Exactly one of <see cref="Field"/>, <see cref="All"/>, <see cref="Any"/> and <see cref="Formula"/> is set.
/// Comparisons and groups are data: evaluated in C# and turned into SQL where they filter. A formula goes to a worker.
/// </summary>
public sealed record Condition
{
    /// <summary>Name of the field compared, or a path over one link: <c>customer.country</c>.</summary>
    [JsonPropertyOrder(0)]
    public string? Field { get; init; }

    /// <summary>The comparison; <see cref="ComparisonOperator.Is"/> when absent.</summary>
    [JsonPropertyOrder(1)]
    public ComparisonOperator? Operator { get; init; }

    /// <summary>
    /// The value compared with: a string, number, true/false, or a list for <see cref="ComparisonOperator.IsAnyOf"/>.
    /// Dates as <c>yyyy-MM-dd</c>. The string <c>@me</c> is the current person, <c>@today</c> the current date.
    /// </summary>
    [JsonPropertyOrder(2)]
    public JsonElement? Value { get; init; }

    /// <summary>All of these hold. An empty list holds.</summary>
    [JsonPropertyOrder(3)]
    public IReadOnlyList<Condition>? All { get; init; }

    /// <summary>At least one of these holds. An empty list does not hold.</summary>
    [JsonPropertyOrder(4)]
    public IReadOnlyList<Condition>? Any { get; init; }

    /// <summary>File name of a formula beside the definition (<c>over-limit.condition.js</c>), giving true or false.</summary>
    [JsonPropertyOrder(5)]
    public string? Formula { get; init; }
}

/// <summary>How a field is compared. An empty field is less than every value and contains nothing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ComparisonOperator>))]
public enum ComparisonOperator
{
    [JsonStringEnumMemberName("is")] Is,
    [JsonStringEnumMemberName("isNot")] IsNot,
    [JsonStringEnumMemberName("isAnyOf")] IsAnyOf,
    [JsonStringEnumMemberName("isNoneOf")] IsNoneOf,
    [JsonStringEnumMemberName("above")] Above,
    [JsonStringEnumMemberName("atLeast")] AtLeast,
    [JsonStringEnumMemberName("below")] Below,
    [JsonStringEnumMemberName("atMost")] AtMost,
    [JsonStringEnumMemberName("contains")] Contains,
    [JsonStringEnumMemberName("startsWith")] StartsWith,
    [JsonStringEnumMemberName("isEmpty")] IsEmpty,
    [JsonStringEnumMemberName("isNotEmpty")] IsNotEmpty,
}

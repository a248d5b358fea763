using System.Text.Json.Serialization;
using Forms.Conditions;
using Workflows.Definitions;

namespace Workflows.Activities.Switch;

/// <summary>
/// Takes the first case whose condition holds. One outcome for each case by its name, and <see cref="Outcomes.Otherwise"/>;
/// all need a transition.
/// </summary>
public sealed record SwitchActivity : ActivityDefinition
{
    /// <summary>At least one; asked in this order.</summary>
    [JsonPropertyOrder(0)]
    public required IReadOnlyList<SwitchCase> Cases { get; init; }
}

/// <summary>One case of a switch.</summary>
public sealed record SwitchCase
{
    /// <summary>The outcome.</summary>
    [JsonPropertyOrder(0)]
    public required string Name { get; init; }

    /// <summary>What people read on the branch.</summary>
    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    [JsonPropertyOrder(2)]
    public required Condition Condition { get; init; }
}

using System.Text.Json.Serialization;
using Forms.Conditions;
using Workflows.Definitions;

namespace Workflows.Activities.Fork;

/// <summary>
/// Goes on along several branches at the same time. One outcome for each branch by its name; all need a transition.
/// A branch whose condition does not hold is left out; when none holds, <see cref="Outcomes.None"/> is taken, which
/// needs a transition if every branch has a condition. What follows a branch ends in one join, the same for all, or in ends.
/// </summary>
public sealed record ForkActivity : ActivityDefinition
{
    /// <summary>At least two.</summary>
    [JsonPropertyOrder(0)]
    public required IReadOnlyList<ForkBranch> Branches { get; init; }
}

/// <summary>One branch of a fork.</summary>
public sealed record ForkBranch
{
    /// <summary>The outcome.</summary>
    [JsonPropertyOrder(0)]
    public required string Name { get; init; }

    /// <summary>What people read on the branch.</summary>
    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    /// <summary>The branch is taken only if it holds; always when absent.</summary>
    [JsonPropertyOrder(2)]
    public Condition? Condition { get; init; }
}

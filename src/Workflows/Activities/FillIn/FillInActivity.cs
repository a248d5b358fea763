using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.FillIn;

/// <summary>
/// People fill in fields of the record or do something outside, and say that it is done. One outcome for each of
/// <see cref="Buttons"/>, or <see cref="Outcomes.Done"/>; every one needs a transition.
/// </summary>
public sealed record FillInActivity : PersonStepActivity
{
    /// <summary>Whether everybody found has to do it; one of them when false.</summary>
    [JsonPropertyOrder(0)]
    public bool Everybody { get; init; }

    /// <summary>What the button says, when there is only one; "Done" when absent.</summary>
    [JsonPropertyOrder(4)]
    public string? Verb { get; init; }

    /// <summary>The ways in which the task can end; one, done, when absent.</summary>
    [JsonPropertyOrder(5)]
    public IReadOnlyList<FillInButton>? Buttons { get; init; }
}

/// <summary>One way in which a fill-in task can end.</summary>
public sealed record FillInButton
{
    /// <summary>The outcome.</summary>
    [JsonPropertyOrder(0)]
    public required string Name { get; init; }

    /// <summary>What the button says.</summary>
    [JsonPropertyOrder(1)]
    public required string Label { get; init; }
}

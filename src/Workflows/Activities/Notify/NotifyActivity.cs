using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.Notify;

/// <summary>
/// Tells people something and goes on at once; finding nobody is no error. Its one outcome is <see cref="Outcomes.Done"/>.
/// </summary>
public sealed record NotifyActivity : ActivityDefinition
{
    /// <summary>Whom, at least one rule.</summary>
    [JsonPropertyOrder(0)]
    public required IReadOnlyList<SignerRule> To { get; init; }

    /// <summary>Text with <c>{field}</c> placeholders, which the shell fills from the record.</summary>
    [JsonPropertyOrder(1)]
    public required string Message { get; init; }

    /// <summary>Sends a copy as well: it stands in the inbox until it is marked as read, and lets its reader see the record (抄送).</summary>
    [JsonPropertyOrder(2)]
    public bool Copy { get; init; }
}

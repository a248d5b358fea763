using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Activities.Mail;

/// <summary>Sends a mail after the commit, once, and goes on at once. Its one outcome is <see cref="Outcomes.Done"/>.</summary>
public sealed record MailActivity : ActivityDefinition
{
    /// <summary>People of the company.</summary>
    [JsonPropertyOrder(0)]
    public IReadOnlyList<SignerRule>? To { get; init; }

    /// <summary>Names of fields that hold an address, or paths over one link: <c>customer.mail</c>.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>Subject with <c>{field}</c> placeholders.</summary>
    [JsonPropertyOrder(2)]
    public required string Subject { get; init; }

    /// <summary>Text with <c>{field}</c> placeholders.</summary>
    [JsonPropertyOrder(3)]
    public required string Text { get; init; }
}

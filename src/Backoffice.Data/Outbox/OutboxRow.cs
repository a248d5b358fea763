namespace Backoffice.Data.Outbox;

/// <summary>Something to send after the commit, once, with retry: a mail, a webhook call.</summary>
public sealed class OutboxRow
{
    public Guid Id { get; set; }

    public required string Kind { get; set; }

    /// <summary>What to send, as JSON.</summary>
    public required string Payload { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Not before; moved on by each failed attempt.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>The node that is sending it; free again after <see cref="LeasedUntil"/>.</summary>
    public string? LeasedBy { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }
}

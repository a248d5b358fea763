namespace Backoffice.Data.Instances;

/// <summary>
/// Something to be done after a commit: written with what asks for it, or not at all, and done by whichever node takes it.
/// </summary>
public sealed class OutboxRow
{
    public Guid Id { get; set; }

    public OutboxKind Kind { get; set; }

    /// <summary>The instance that it is for; null for none.</summary>
    public Guid? Instance { get; set; }

    /// <summary>The wait of the instance that it fires; null for none.</summary>
    public int? Wait { get; set; }

    /// <summary>What is to be done, as JSON.</summary>
    public required string Content { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Not before then; null once it is done or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>A node is doing it until then; what that means for another one depends on the kind.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>What went wrong last; for people.</summary>
    public string? Error { get; set; }
}

/// <summary>What an <see cref="OutboxRow"/> is.</summary>
public enum OutboxKind
{
    /// <summary>A mail. Never sent twice: one whose sending was cut off waits for a person.</summary>
    Mail,

    /// <summary>An HTTP call with an idempotency key. Made again when it was cut off.</summary>
    Call,

    /// <summary>The start of a workflow: a sub-workflow, or by a trigger. Done once whatever happens.</summary>
    Start,

    /// <summary>The end of a sub-workflow, told to its parent. Done once whatever happens.</summary>
    Ended,
}

namespace Backoffice.Data.Workflows;

/// <summary>Words of <see cref="TrailEntry.Act"/>. Pages translate them as <c>trail.{act}</c>.</summary>
public static class TrailActs
{
    public const string Submitted = "submitted";
    public const string Opened = "opened";
    public const string Approved = "approved";
    public const string Rejected = "rejected";
    public const string Returned = "returned";

    /// <summary>Where a return went, when it was not to the initiator: <see cref="TrailEntry.To"/> has the step.</summary>
    public const string SentBack = "sentBack";
    public const string Resubmitted = "resubmitted";
    public const string Withdrawn = "withdrawn";

    /// <summary>A task is done; <see cref="TrailEntry.Button"/> has the way in which it ended.</summary>
    public const string Done = "done";
    public const string Transferred = "transferred";
    public const string Delegated = "delegated";
    public const string Recalled = "recalled";
    public const string AddedBefore = "addedBefore";
    public const string AddedAfter = "addedAfter";
    public const string AddedBeside = "addedBeside";
    public const string Removed = "removed";
    public const string TakenBack = "takenBack";
    public const string Commented = "commented";
    public const string Copied = "copied";
    public const string Urged = "urged";
    public const string Reassigned = "reassigned";
    public const string Reminded = "reminded";
    public const string Escalated = "escalated";
    public const string Mailed = "mailed";

    /// <summary>A step could not be done; the comment says why.</summary>
    public const string Failed = "failed";
    public const string Retried = "retried";
    public const string Jumped = "jumped";
    public const string Suspended = "suspended";
    public const string Resumed = "resumed";
    public const string Cancelled = "cancelled";

    /// <summary>The instance runs on by another version; <see cref="TrailEntry.To"/> has its number.</summary>
    public const string Migrated = "migrated";

    /// <summary>A step passed without a signer, by its policy.</summary>
    public const string Skipped = "skipped";

    /// <summary>People were told; <see cref="TrailEntry.To"/> has their names.</summary>
    public const string Notified = "notified";

    /// <summary>The instance ended; <see cref="TrailEntry.To"/> has the result.</summary>
    public const string Completed = "completed";

    /// <summary>All of them, for the test that every one has its words.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Submitted, Opened, Approved, Rejected, Returned, SentBack, Resubmitted, Withdrawn, Done, Transferred, Delegated, Recalled, AddedBefore, AddedAfter,
        AddedBeside, Removed, TakenBack, Commented, Copied, Urged, Reassigned, Reminded, Escalated, Mailed, Failed, Retried, Jumped, Suspended, Resumed,
        Cancelled, Migrated, Skipped, Notified, Completed,
    ];
}

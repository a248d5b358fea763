namespace Backoffice.Data.Instances;

/// <summary>A standing delegation: somebody acts for somebody else, from one moment to another (A1).</summary>
public sealed class DelegationRow
{
    public Guid Id { get; set; }

    /// <summary>Whose work items.</summary>
    public Guid Holder { get; set; }

    /// <summary>Who may act.</summary>
    public Guid Proxy { get; set; }

    public DateTimeOffset StartsAt { get; set; }

    /// <summary>The first moment at which it is over.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>Keys of the workflows that it is for, with commas; all when null.</summary>
    public string? Workflows { get; set; }

    /// <summary>Why: "annual leave".</summary>
    public string? Comment { get; set; }

    public Guid CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Ended before its time; null when it was not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}

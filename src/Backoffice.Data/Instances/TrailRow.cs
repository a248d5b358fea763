namespace Backoffice.Data.Instances;

/// <summary>An entry of the trail of an instance: who did what, when, and how long it took. Only ever added.</summary>
public sealed class TrailRow
{
    public Guid Id { get; set; }

    public Guid Instance { get; set; }

    public required string Form { get; set; }

    public Guid Record { get; set; }

    /// <summary>1, 2, 3 … within the instance.</summary>
    public int Sequence { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary><c>submitted</c>, <c>approved</c>, <c>returned</c> …</summary>
    public required string Act { get; set; }

    public Guid? Person { get; set; }

    /// <summary>Id of the activity.</summary>
    public string? Activity { get; set; }

    public string? Comment { get; set; }

    public long? TookSeconds { get; set; }

    /// <summary>Whom or what the act was aimed at: names as they were then.</summary>
    public string? To { get; set; }
}

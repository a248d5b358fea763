namespace Backoffice.Data.Records;

/// <summary>A record as it stood at a version: frozen at submit, and seen by signers. Never changed.</summary>
public sealed class RecordSnapshotRow
{
    public required string Form { get; set; }

    public Guid Record { get; set; }

    public long Version { get; set; }

    /// <summary>Values with sub-tables and file names as JSON, by stable id.</summary>
    public required string Content { get; set; }

    public DateTimeOffset At { get; set; }
}

namespace Backoffice.Data.Records;

/// <summary>One save of a record: who, when, from where, and each field before and after.</summary>
public sealed class RecordChangeRow
{
    public Guid Id { get; set; }

    public required string Form { get; set; }

    public Guid Record { get; set; }

    /// <summary>The version that the save made.</summary>
    public long Version { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid? Person { get; set; }

    public ChangeSource Source { get; set; }

    public RecordChangeKind Kind { get; set; }

    /// <summary>The changed fields as JSON by stable id; empty for a record created.</summary>
    public required string Fields { get; set; }
}

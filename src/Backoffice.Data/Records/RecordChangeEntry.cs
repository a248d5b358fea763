namespace Backoffice.Data.Records;

/// <summary>One save in the history of a record.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="Person">Who; null for the system.</param>
/// <param name="PersonName">Their name in the directory; null for the system.</param>
/// <param name="Fields">What changed; empty when the record was created or deleted.</param>
public sealed record RecordChangeEntry(
    long Version,
    DateTimeOffset At,
    Guid? Person,
    string? PersonName,
    ChangeSource Source,
    RecordChangeKind Kind,
    IReadOnlyList<FieldChange> Fields);

/// <summary>A value before and after.</summary>
/// <param name="Field">Name of the field today, or its id when the form has it no longer.</param>
/// <param name="Before">As records hold it (text for a field that is no longer); null was empty.</param>
/// <param name="After">The same.</param>
public sealed record FieldChange(string Field, object? Before, object? After)
{
    /// <summary>The row of the sub-table; null for a field of the record itself.</summary>
    public Guid? Row { get; init; }

    /// <summary>Name of the column in the row; null for a field of the record itself.</summary>
    public string? Column { get; init; }

    /// <summary>Whether the row was added or removed with this change; its values then stand in single changes of its columns.</summary>
    public RowChange RowChange { get; init; }
}

/// <summary>What happened to a row.</summary>
public enum RowChange
{
    None,
    Added,
    Removed,
}

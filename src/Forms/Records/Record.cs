using Forms.Fields;

namespace Forms.Records;

/// <summary>
/// A record of a form: values by field name (<see cref="FieldDefinition"/> says their CLR types), and what the
/// product keeps about every record. Not thread-safe.
/// </summary>
public sealed class Record
{
    /// <summary>Key of the form.</summary>
    public required string Form { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Grows by one at each save; 0 is a record never saved. A save names the version it was made from.</summary>
    public long Version { get; init; }

    /// <summary>A missing name is an empty field. Sub-tables are <c>List&lt;RecordRow&gt;</c>, files <c>IReadOnlyList&lt;FileReference&gt;</c>.</summary>
    public Dictionary<string, object?> Values { get; init; } = new(StringComparer.Ordinal);

    public DateTimeOffset CreatedAt { get; init; }

    public Guid? CreatedBy { get; init; }

    public DateTimeOffset ModifiedAt { get; init; }

    public Guid? ModifiedBy { get; init; }

    /// <summary>Unit of the person who made it; scopes rights by unit.</summary>
    public Guid? Unit { get; init; }

    /// <summary>The workflow instance that holds the record while it is in approval; null when it may be edited.</summary>
    public Guid? LockedBy { get; init; }

    public object? this[string field] => this.Values.GetValueOrDefault(field);

    /// <summary>Rows of a sub-table; empty when there are none.</summary>
    public IReadOnlyList<RecordRow> Rows(string field) => this[field] as IReadOnlyList<RecordRow> ?? [];

    /// <summary>Files of a file field; empty when there are none.</summary>
    public IReadOnlyList<FileReference> Files(string field) => this[field] as IReadOnlyList<FileReference> ?? [];

    /// <summary>A deep copy of the values, for editing.</summary>
    public Record Copy() => new()
    {
        Form = this.Form,
        Id = this.Id,
        Version = this.Version,
        CreatedAt = this.CreatedAt,
        CreatedBy = this.CreatedBy,
        ModifiedAt = this.ModifiedAt,
        ModifiedBy = this.ModifiedBy,
        Unit = this.Unit,
        LockedBy = this.LockedBy,
        Values = this.Values.ToDictionary(
            pair => pair.Key,
            pair => pair.Value is IReadOnlyList<RecordRow> rows ? rows.Select(row => row.Copy()).ToList() : pair.Value,
            StringComparer.Ordinal),
    };
}

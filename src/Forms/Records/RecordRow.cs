namespace Forms.Records;

/// <summary>A row of a sub-table: values by column name (<see cref="Fields.FieldDefinition"/> says their CLR types).</summary>
public sealed class RecordRow
{
    public required Guid Id { get; init; }

    /// <summary>A missing name is an empty column.</summary>
    public Dictionary<string, object?> Values { get; init; } = new(StringComparer.Ordinal);

    public object? this[string column] => this.Values.GetValueOrDefault(column);

    public RecordRow Copy() => new() { Id = this.Id, Values = new Dictionary<string, object?>(this.Values, StringComparer.Ordinal) };
}

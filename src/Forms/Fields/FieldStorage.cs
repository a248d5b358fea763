namespace Forms.Fields;

/// <summary>How a field is kept. Data turns it into a column, a foreign key or a child table.</summary>
public abstract record FieldStorage
{
    /// <summary>A text column of at most <paramref name="MaxLength"/> UTF-16 units; null is unlimited.</summary>
    public sealed record Text(int? MaxLength, bool Unique = false) : FieldStorage;

    /// <summary>An exact decimal with <paramref name="Scale"/> digits after the point, at most 18 digits in all.</summary>
    public sealed record Number(int Scale) : FieldStorage;

    /// <summary>A date without time.</summary>
    public sealed record Date : FieldStorage;

    /// <summary>True or false.</summary>
    public sealed record YesNo : FieldStorage;

    /// <summary>A foreign key to the record table of <paramref name="Form"/>.</summary>
    public sealed record Link(string Form) : FieldStorage;

    /// <summary>A foreign key to the directory's people.</summary>
    public sealed record Person : FieldStorage;

    /// <summary>A child table with its own columns, an order and the id of the record.</summary>
    public sealed record Rows(IReadOnlyList<FieldDefinition> Columns) : FieldStorage;

    /// <summary>Files in the attachment table, by record and field.</summary>
    public sealed record Files : FieldStorage;
}

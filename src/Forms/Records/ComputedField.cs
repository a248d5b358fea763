using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;

namespace Forms.Records;

/// <summary>A computed field of a form, or a computed column of a sub-table.</summary>
/// <param name="Table">The sub-table of a column; null for a field of the record.</param>
internal sealed record ComputedField(FieldDefinition Field, TableField? Table, string Source)
{
    /// <summary>As formulas name it: <c>total</c>, <c>lines[].amount</c>.</summary>
    internal string Path => this.Table is null ? this.Field.Name : $"{this.Table.Name}[].{this.Field.Name}";

    internal static IReadOnlyList<ComputedField> Of(FormDefinition form) =>
    [
        .. form.Fields.Where(field => field.IsComputed).Select(field => new ComputedField(field, Table: null, SourceOf(form, field))),
        .. form.Fields.OfType<TableField>().SelectMany(table => table.Columns
            .Where(column => column.IsComputed)
            .Select(column => new ComputedField(column, table, SourceOf(form, column)))),
    ];

    /// <summary>Paths of the record that it needs, given what its formula reads.</summary>
    internal IEnumerable<string> Needs(IReadOnlyList<string> reads)
    {
        // A name alone is the whole value; a name with paths below it is only those.
        foreach (var read in reads.Where(read => !reads.Any(deeper => IsBelow(deeper, read))))
        {
            if (this.Table is null)
            {
                yield return read;
            }
            else if (read == "record" || read.StartsWith("record.", StringComparison.Ordinal))
            {
                yield return read == "record" ? "*" : read["record.".Length..];
            }
            else
            {
                yield return $"{this.Table.Name}[].{read}";
            }
        }
    }

    /// <summary>Whether a path that a formula reads includes this field.</summary>
    internal bool IsIn(string path)
    {
        var own = this.Path;
        return path == own
            || path == "*"
            || IsBelow(path, own)
            || (this.Table is not null && (path == this.Table.Name || path == $"{this.Table.Name}[]"));
    }

    private static bool IsBelow(string deeper, string path) =>
        deeper.Length > path.Length && deeper.StartsWith(path, StringComparison.Ordinal) && (deeper[path.Length] is '.' or '[');

    private static string SourceOf(FormDefinition form, FieldDefinition field) => form.Files.TryGetValue(field.Formula!, out var source)
        ? source
        : throw RefusalException.Invalid([new Problem(field.Name, "formula.missing", $"The formula {field.Formula} of {field.Label} is not there.")]);
}

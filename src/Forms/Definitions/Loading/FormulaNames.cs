using Forms.Fields;

namespace Forms.Definitions;

/// <summary>The names that a formula may read: the fields of a record, or the columns of a row and <c>record</c>.</summary>
public sealed class FormulaNames
{
    /// <summary>The name of the whole record in the formula of a column.</summary>
    public const string Record = "record";

    private readonly Dictionary<string, FieldDefinition> names;
    private readonly FormDefinition form;
    private readonly DefinitionSet set;

    private FormulaNames(IEnumerable<FieldDefinition> names, FormDefinition form, bool inRow, DefinitionSet set)
    {
        this.names = names.DistinctBy(field => field.Name).ToDictionary(field => field.Name, StringComparer.Ordinal);
        (this.form, this.InRow, this.set) = (form, inRow, set);
    }

    /// <summary>Whether it stands in a column of a sub-table.</summary>
    public bool InRow { get; }

    /// <summary>For editors: the names offered first.</summary>
    public IEnumerable<string> All => this.InRow ? this.names.Keys.Append(Record) : this.names.Keys;

    /// <summary>For a formula over a record.</summary>
    public static FormulaNames OfForm(FormDefinition form, DefinitionSet set) => new(form.Fields, form, inRow: false, set);

    /// <summary>For the formula of a column.</summary>
    public static FormulaNames OfRow(FormDefinition form, TableField table, DefinitionSet set) => new(table.Columns, form, inRow: true, set);

    /// <summary>What is wrong with a path that a formula reads (<c>lines[].amount</c>, <c>record.total</c>); null when it is known.</summary>
    public string? Problem(string path)
    {
        var parts = path.Split('.');
        if (this.InRow && parts[0] == Record)
        {
            return parts.Length == 1 ? null : Unknown(OfForm(this.form, this.set), parts[1..], "record.");
        }

        return Unknown(this, parts, string.Empty);
    }

    private static string? Unknown(FormulaNames names, string[] parts, string before)
    {
        var name = parts[0].Replace("[]", string.Empty, StringComparison.Ordinal);
        if (!names.names.TryGetValue(name, out var field))
        {
            return $"There is no field \"{before}{name}\".{Spelling.DidYouMean(name, names.All)} Known here: {Spelling.List(names.All)}.";
        }

        return parts.Length == 1 ? null : field switch
        {
            TableField table when !parts[1].Equals("length", StringComparison.Ordinal) =>
                Unknown(OfRow(names.form, table, names.set), parts[1..], $"{before}{name}."),
            LinkField link when names.set.Find<FormDefinition>(link.Form) is { } linked =>
                Unknown(OfForm(linked, names.set), parts[1..], $"{before}{name}."),
            _ => null,
        };
    }
}

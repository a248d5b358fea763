using Forms.Definitions;
using Forms.Fields;

namespace Reports.Print;

/// <summary>
/// A name that a template may write, with the names within it: none for a text, the columns for the rows of a
/// sub-table, the fields for <c>label</c> and <c>raw</c>.
/// </summary>
internal sealed record PrintNames(IReadOnlyDictionary<string, PrintNames> Within, bool IsList = false)
{
    internal const string Raw = "raw";
    internal const string Plain = "plain";
    internal const string Label = "label";
    internal const string Trail = "trail";
    internal const string Print = "print";
    internal const string Row = "row";

    private static readonly PrintNames Text = new(new Dictionary<string, PrintNames>());

    /// <summary>Everything that a template of a form sees (<see cref="PrintModel"/>).</summary>
    internal static PrintNames Of(FormDefinition form)
    {
        var names = OfFields(form.Fields);
        names[Label] = OfLabels(form.Fields);
        names[Trail] = Group(isList: true, "name", "step", "act", "at", "comment", "for");
        names[Print] = Group(isList: false, "company", "at", "by", "language");
        return new PrintNames(names);
    }

    private static Dictionary<string, PrintNames> OfFields(IReadOnlyList<FieldDefinition> fields)
    {
        var names = new Dictionary<string, PrintNames>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            names[field.Name] = field is TableField table ? OfRows(table) : Text;
        }

        var single = Group(isList: false, [.. fields.Where(field => field is not TableField).Select(field => field.Name)]);
        names[Raw] = single;
        names[Plain] = single;
        return names;
    }

    private static PrintNames OfRows(TableField table)
    {
        var names = OfFields(table.Columns);
        names.TryAdd(Row, Text);
        return new PrintNames(names, IsList: true);
    }

    private static PrintNames OfLabels(IReadOnlyList<FieldDefinition> fields) => new(fields.ToDictionary(
        field => field.Name,
        field => field is TableField table ? OfLabels(table.Columns) : Text,
        StringComparer.Ordinal));

    private static PrintNames Group(bool isList, params string[] names) =>
        new(names.ToDictionary(name => name, _ => Text, StringComparer.Ordinal), isList);
}

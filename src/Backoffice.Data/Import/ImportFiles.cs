using Forms.Definitions.Importing;

namespace Backoffice.Data.Import;

/// <summary>All files of one import, read once. A file or column that is missing stops the import before it begins.</summary>
internal sealed class ImportFiles
{
    private readonly Dictionary<string, CsvTable> tables = new(StringComparer.Ordinal);

    private ImportFiles()
    {
    }

    public CsvTable this[string file] => this.tables[file];

    /// <returns>Null when something is missing; then that is among the problems.</returns>
    internal static async Task<ImportFiles?> ReadAsync(string folder, ImportDefinition import, List<ImportProblem> problems, CancellationToken ct)
    {
        var files = new ImportFiles();
        var complete = true;
        foreach (var use in ColumnsOf(import).GroupBy(use => use.File, use => use.Column, StringComparer.Ordinal))
        {
            var commas = use.Key == import.File ? import.UnquotedCommasIn : null;
            if (await CsvReading.ReadAsync(folder, use.Key, import.NullText, commas, problems, ct) is not { } table)
            {
                complete = false;
                continue;
            }

            files.tables.Add(use.Key, table);
            var missing = use.Where(column => !table.Has(column)).Distinct(StringComparer.Ordinal).ToList();
            if (missing.Count > 0)
            {
                complete = false;
                var expected = string.Join(", ", use.Distinct(StringComparer.Ordinal));
                problems.Add(new ImportProblem(
                    use.Key, 1, null, null, $"Missing: {string.Join(", ", missing)}. Expected at least the columns {expected}, but found {string.Join(", ", table.Columns)}."));
            }
        }

        return complete ? files : null;
    }

    private static IEnumerable<(string File, string Column)> ColumnsOf(ImportDefinition import) =>
        import.Fields.SelectMany(field => ColumnsOf(import.File, field)).Concat(import.Rows.SelectMany(rows =>
            (IEnumerable<(string, string)>)[(import.File, rows.With ?? rows.Match), (rows.File, rows.Match), .. rows.Fields.SelectMany(field => ColumnsOf(rows.File, field))]));

    private static IEnumerable<(string File, string Column)> ColumnsOf(string file, ImportField field)
    {
        var own = field.Column is { } column ? [column] : TextTemplate.ColumnsOf(field.Text);
        var through = field.Through is { } other
            ? TextTemplate.ColumnsOf(other.Text).Append(other.Match).Select(name => (other.File, name))
            : [];
        return own.Select(name => (file, name)).Concat(through);
    }
}

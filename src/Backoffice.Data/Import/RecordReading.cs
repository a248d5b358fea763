using Forms.Definitions;
using Forms.Definitions.Importing;
using Forms.Fields;
using Forms.Problems;

namespace Backoffice.Data.Import;

/// <summary>Turns the rows of the files of one import into what they say about records.</summary>
internal sealed class RecordReading(ImportDefinition import, FormDefinition form, ImportFiles files, ValueReader values, List<ImportProblem> problems)
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    internal async Task<List<ImportedRecord>> ReadAsync(CancellationToken ct)
    {
        var records = new List<ImportedRecord>();
        var main = files[import.File];
        foreach (var row in main.Rows)
        {
            ct.ThrowIfCancellationRequested();
            var read = await values.ReadAsync(row, import.Fields, form.Fields, problems, ct);
            var tables = await this.TablesAsync(row, ct);
            if (read is not null && tables is not null && this.HasOwnKey(row, read))
            {
                records.Add(new ImportedRecord(row, read, tables));
            }
        }

        foreach (var rows in import.Rows)
        {
            this.WarnOfStrays(rows, main);
        }

        return records;
    }

    private bool HasOwnKey(CsvRow row, Dictionary<string, object?> read)
    {
        var column = import.Fields.First(field => field.Field == import.KeyField).Column ?? import.KeyField;
        if (read[import.KeyField] is not string key)
        {
            problems.Add(new ImportProblem(import.File, row.Line, column, null, "It is empty, but tells rows apart."));
            return false;
        }

        if (!this.seen.TryAdd(key, row.Line))
        {
            problems.Add(new ImportProblem(import.File, row.Line, column, key, $"Line {this.seen[key]} has it already."));
            return false;
        }

        return true;
    }

    private async Task<Dictionary<string, List<Dictionary<string, object?>>>?> TablesAsync(CsvRow row, CancellationToken ct)
    {
        var tables = new Dictionary<string, List<Dictionary<string, object?>>>(StringComparer.Ordinal);
        var before = problems.Count;
        foreach (var rows in import.Rows)
        {
            var columns = ((TableField)form.Field(rows.Field)!).Columns;
            var found = tables[rows.Field] = [];
            foreach (var line in row[rows.With ?? rows.Match] is { } key ? files[rows.File].Where(rows.Match, key) : [])
            {
                if (await values.ReadAsync(line, rows.Fields, columns, problems, ct) is { } cells)
                {
                    found.Add(cells);
                }
            }
        }

        if (problems.Count == before)
        {
            return tables;
        }

        problems.Add(new ImportProblem(import.File, row.Line, null, null, "Left out, because of the rows that belong to it."));
        return null;
    }

    private void WarnOfStrays(ImportRows rows, CsvTable main)
    {
        var table = files[rows.File];
        var strays = table.Rows.Where(row => row[rows.Match] is not { } key || !main.Where(rows.With ?? rows.Match, key).Any()).ToList();
        if (strays.Count > 0)
        {
            problems.Add(new ImportProblem(rows.File, strays[0].Line, rows.Match, strays[0][rows.Match], $"{strays.Count} rows belong to no row of {import.File}; this is the first.")
            {
                Severity = Severity.Warning,
            });
        }
    }
}

using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Backoffice.Data.Import;

/// <summary>Reads CSV by RFC 4180 in UTF-8. What is not that is named by line.</summary>
internal static class CsvReading
{
    /// <returns>The file; null when there is none or it has no head (then that is among the problems).</returns>
    internal static async Task<CsvTable?> ReadAsync(
        string folder, string file, string? nullText, string? unquotedCommasIn, List<ImportProblem> problems, CancellationToken ct)
    {
        var path = Path.Combine(folder, file);
        if (!System.IO.File.Exists(path))
        {
            problems.Add(new ImportProblem(file, 0, null, null, $"There is no such file in {folder}."));
            return null;
        }

        var bad = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => bad = true };
        using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        using var parser = new CsvParser(reader, configuration);
        try
        {
            if (!await parser.ReadAsync() || parser.Record is not { } head)
            {
                problems.Add(new ImportProblem(file, 0, null, null, "The file is empty; its first line names the columns."));
                return null;
            }

            var table = new CsvTable(file, nullText, head);
            while (await parser.ReadAsync())
            {
                ct.ThrowIfCancellationRequested();
                Add(table, LineOf(parser), parser.Record!, bad, unquotedCommasIn, problems);
                bad = false;
            }

            return table;
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new ImportProblem(file, 0, null, null, $"The file is not UTF-8 (near line {LineOf(parser) + 1}). Save it as UTF-8."));
            return null;
        }
    }

    private static void Add(CsvTable table, int line, string[] cells, bool bad, string? unquotedCommasIn, List<ImportProblem> problems)
    {
        var surplus = cells.Length - table.Columns.Count;
        if (!bad && surplus > 0 && unquotedCommasIn is not null && table.Has(unquotedCommasIn))
        {
            var at = table.IndexOf(unquotedCommasIn);
            cells = [.. cells[..at], string.Join(',', cells[at..(at + surplus + 1)]), .. cells[(at + surplus + 1)..]];
        }
        else if (bad || surplus != 0)
        {
            table.AddMalformed();
            problems.Add(new ImportProblem(table.File, line, null, null, bad
                ? "A quote stands inside a cell that does not begin with one; quotes inside a quoted cell are doubled."
                : $"Expected {table.Columns.Count} cells as in the first line, but found {cells.Length}."));
            return;
        }

        table.Add(line, cells);
    }

    /// <summary>Where the row begins: it ends on <see cref="CsvParser.RawRow"/>, and a quoted cell may hold line breaks.</summary>
    private static int LineOf(CsvParser parser) => parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').Count(sign => sign == '\n');
}

namespace Backoffice.Data.Import;

/// <summary>A row of a CSV file.</summary>
/// <param name="table">The file.</param>
/// <param name="line">Where it begins, from 1.</param>
/// <param name="cells">As many as the file has columns.</param>
internal sealed class CsvRow(CsvTable table, int line, string[] cells)
{
    public CsvTable Table { get; } = table;

    public int Line { get; } = line;

    /// <summary>The text of a cell; null when it is empty.</summary>
    public string? this[string column]
    {
        get
        {
            var text = cells[this.Table.IndexOf(column)];
            return text.Length == 0 || text == this.Table.NullText ? null : text;
        }
    }
}

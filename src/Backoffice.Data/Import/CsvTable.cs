namespace Backoffice.Data.Import;

/// <summary>A CSV file in memory: its columns, and the rows that have a cell for each of them.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ILookup<string, CsvRow>> indexes = new(StringComparer.Ordinal);
    private readonly List<CsvRow> rows = [];

    internal CsvTable(string file, string? nullText, IReadOnlyList<string> head)
    {
        (this.File, this.NullText, this.Columns) = (file, nullText, head);
        foreach (var (index, column) in head.Index())
        {
            this.columns.TryAdd(column, index);
        }
    }

    public string File { get; }

    /// <summary>A cell with exactly this text is empty.</summary>
    public string? NullText { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<CsvRow> Rows => this.rows;

    /// <summary>Rows left out because they have too many or too few cells.</summary>
    public int Malformed { get; private set; }

    public bool Has(string column) => this.columns.ContainsKey(column);

    public int IndexOf(string column) => this.columns[column];

    /// <summary>Rows by the text of a column, in the order of the file.</summary>
    public IEnumerable<CsvRow> Where(string column, string text)
    {
        if (!this.indexes.TryGetValue(column, out var index))
        {
            index = this.rows.Where(row => row[column] is not null).ToLookup(row => row[column]!, StringComparer.Ordinal);
            this.indexes[column] = index;
        }

        return index[text];
    }

    internal void Add(int line, string[] cells) => this.rows.Add(new CsvRow(this, line, cells));

    internal void AddMalformed() => this.Malformed++;
}

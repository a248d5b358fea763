namespace Backoffice.Data.Import;

/// <summary>What one import did.</summary>
/// <param name="Key">Key of the import.</param>
/// <param name="Label">Its label, in English.</param>
/// <param name="Inserted">Rows that became new records or people.</param>
/// <param name="Updated">Rows that changed one.</param>
/// <param name="Unchanged">Rows that were there already, the same.</param>
/// <param name="Refused">Rows with errors; nothing was done for them.</param>
public sealed record ImportCounts(string Key, string Label, int Inserted, int Updated, int Unchanged, int Refused)
{
    /// <summary>Rows of sub-tables in the records of <see cref="Inserted"/>, <see cref="Updated"/> and <see cref="Unchanged"/>.</summary>
    public int SubRows { get; init; }
}

using System.Globalization;
using Backoffice.Data.Schema;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Readable records to choose in a link: by title, searched in title and number.</summary>
internal static class RecordOptions
{
    internal static async Task<IReadOnlyList<RecordOption>> FindAsync(BackofficeDb db, RecordLayout layout, RecordAccess access, string? search, int take, CancellationToken ct)
    {
        var summary = layout.Form.Summary;
        var rows = RecordSelection.Search(db, AccessFilter.Readable(db, layout, access), layout, [summary.Title, summary.Number ?? string.Empty], search);
        var found = await RecordSorting.Sort(db, rows, layout, [new RecordSort(summary.Title)]).Take(take).ToListAsync(ct);
        var titles = await RecordTitles.OfAsync(db, layout.Form.Key, [.. found.Select(row => (Guid)row[SystemColumns.Id])], ct);
        return
        [
            .. found.Select(row => RowMapping.ToRecord(layout, row)).Select(record => new RecordOption(
                record.Id,
                titles.GetValueOrDefault(record.Id) ?? string.Empty,
                summary.Number is { } number ? Text(record[number]) : null)),
        ];
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
}

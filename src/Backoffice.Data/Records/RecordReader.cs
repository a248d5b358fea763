using Backoffice.Data.Schema;
using Forms.Fields;
using Forms.Records;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>
/// Reads records in a context, whoever asks: for the parts of the product that have checked rights, or need none.
/// Deleted records are not found.
/// </summary>
public static class RecordReader
{
    /// <summary>Most ids in one query: SQL Server takes 2,100 parameters.</summary>
    private const int IdsAtOnce = 500;

    /// <summary>A record with its sub-tables and files; null when it is not there.</summary>
    public static async Task<Record?> FindAsync(BackofficeDb db, string form, Guid id, CancellationToken ct) =>
        (await FindManyAsync(db, form, [id], whole: true, ct)).GetValueOrDefault(id);

    /// <summary>Records by id. What is not there is left out.</summary>
    /// <param name="whole">Whether with sub-tables and files.</param>
    public static async Task<IReadOnlyDictionary<Guid, Record>> FindManyAsync(BackofficeDb db, string form, IReadOnlyCollection<Guid> ids, bool whole, CancellationToken ct)
    {
        var layout = db.Published.Layout(form);
        var records = new Dictionary<Guid, Record>(ids.Count);
        foreach (var some in ids.Distinct().Chunk(IdsAtOnce))
        {
            var rows = await RowsAsync(db, layout, some, tracked: false, ct);
            foreach (var row in rows)
            {
                var record = RowMapping.ToRecord(layout, row);
                records[record.Id] = record;
            }

            if (whole)
            {
                await AddSubTablesAsync(db, layout, some, records, ct);
                await AddFilesAsync(db, layout, some, records, ct);
            }
        }

        return records;
    }

    /// <summary>The version that a record is at; null when it is not there.</summary>
    internal static Task<long?> VersionAsync(BackofficeDb db, string form, Guid id, CancellationToken ct) => db.Rows(db.Published.Layout(form).Table)
        .AsNoTracking()
        .Where(row => EF.Property<Guid>(row, SystemColumns.Id) == id && EF.Property<DateTimeOffset?>(row, SystemColumns.DeletedAt) == null)
        .Select(row => (long?)EF.Property<long>(row, SystemColumns.Version))
        .FirstOrDefaultAsync(ct);

    internal static Task<List<Dictionary<string, object>>> RowsAsync(BackofficeDb db, RecordLayout layout, IReadOnlyCollection<Guid> ids, bool tracked, CancellationToken ct)
    {
        var rows = tracked ? db.Rows(layout.Table) : db.Rows(layout.Table).AsNoTracking();
        return rows
            .Where(row => ids.Contains(EF.Property<Guid>(row, SystemColumns.Id)) && EF.Property<DateTimeOffset?>(row, SystemColumns.DeletedAt) == null)
            .ToListAsync(ct);
    }

    internal static Task<List<Dictionary<string, object>>> SubRowsAsync(BackofficeDb db, SubTableLayout table, IReadOnlyCollection<Guid> records, bool tracked, CancellationToken ct)
    {
        var rows = tracked ? db.Rows(table.Table) : db.Rows(table.Table).AsNoTracking();
        return rows
            .Where(row => records.Contains(EF.Property<Guid>(row, SystemColumns.ParentId)))
            .OrderBy(row => EF.Property<int>(row, SystemColumns.Position))
            .ToListAsync(ct);
    }

    private static async Task AddSubTablesAsync(BackofficeDb db, RecordLayout layout, Guid[] ids, Dictionary<Guid, Record> records, CancellationToken ct)
    {
        foreach (var table in layout.SubTables)
        {
            var rows = (await SubRowsAsync(db, table, ids, tracked: false, ct)).ToLookup(row => (Guid)row[SystemColumns.ParentId]);
            foreach (var id in ids.Where(records.ContainsKey))
            {
                records[id].Values[table.Field.Name] = rows[id].Select(row => RowMapping.ToRow(table, row)).ToList();
            }
        }
    }

    private static async Task AddFilesAsync(BackofficeDb db, RecordLayout layout, Guid[] ids, Dictionary<Guid, Record> records, CancellationToken ct)
    {
        if (layout.FileFields.Count == 0)
        {
            return;
        }

        var files = (await db.Attachments.AsNoTracking().Where(file => ids.Contains(file.Record) && file.RemovedAt == null).OrderBy(file => file.AddedAt).ThenBy(file => file.Id).ToListAsync(ct))
            .ToLookup(file => (file.Record, file.Field));
        foreach (var field in layout.FileFields)
        {
            foreach (var id in ids.Where(records.ContainsKey))
            {
                records[id].Values[field.Name] = files[(id, field.Id)].Select(file => file.ToReference()).ToList();
            }
        }
    }

    private static FileReference ToReference(this AttachmentRow row) => new(row.Id, row.Name, row.Size, row.ContentType);
}

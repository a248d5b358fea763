using System.Text.Json;
using Backoffice.Data.Schema;
using Forms.Fields;
using Forms.Records;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Records frozen at a version, in the transaction of a context. Freezing a version twice keeps the first.</summary>
public static class RecordSnapshots
{
    /// <summary>Keeps a record as it is.</summary>
    /// <param name="isNew">Whether this version is made in the same transaction, so that it cannot be frozen yet.</param>
    public static async Task FreezeAsync(BackofficeDb db, Record record, DateTimeOffset at, CancellationToken ct, bool isNew = false)
    {
        if (isNew || !await db.RecordSnapshots.AnyAsync(row => row.Record == record.Id && row.Version == record.Version, ct))
        {
            db.RecordSnapshots.Add(new RecordSnapshotRow
            {
                Form = record.Form,
                Record = record.Id,
                Version = record.Version,
                Content = JsonSerializer.Serialize(Content(db.Published.Layout(record.Form), record)),
                At = at,
            });
        }
    }

    /// <summary>A record as it was frozen at a version, with today's field names; null when it was not.</summary>
    public static async Task<Record?> FindAsync(BackofficeDb db, Guid record, long version, CancellationToken ct)
    {
        var row = await db.RecordSnapshots.AsNoTracking().SingleOrDefaultAsync(snapshot => snapshot.Record == record && snapshot.Version == version, ct);
        if (row is null)
        {
            return null;
        }

        var content = JsonSerializer.Deserialize<StoredRecord>(row.Content)!;
        return Restore(db.Published.Layout(row.Form), row, content);
    }

    /// <summary>Whether a frozen version of the record has the file.</summary>
    internal static Task<bool> NamesFileAsync(BackofficeDb db, Guid record, Guid file, CancellationToken ct)
    {
        var id = file.ToString(); // as the JSON has it
        return db.RecordSnapshots.AnyAsync(row => row.Record == record && row.Content.Contains(id), ct);
    }

    private static StoredRecord Content(RecordLayout layout, Record record) => new(
        Values(layout.Columns, record.Values),
        layout.SubTables.ToDictionary(
            table => table.Field.Id,
            table => record.Rows(table.Field.Name).Select(row => new StoredRow(row.Id, Values(table.Columns, row.Values))).ToList()),
        layout.FileFields.ToDictionary(field => field.Id, field => record.Files(field.Name).ToList()),
        record.CreatedAt,
        record.CreatedBy,
        record.ModifiedAt,
        record.ModifiedBy,
        record.Unit);

    private static Record Restore(RecordLayout layout, RecordSnapshotRow row, StoredRecord content)
    {
        var record = new Record
        {
            Form = row.Form,
            Id = row.Record,
            Version = row.Version,
            CreatedAt = content.CreatedAt,
            CreatedBy = content.CreatedBy,
            ModifiedAt = content.ModifiedAt,
            ModifiedBy = content.ModifiedBy,
            Unit = content.Unit,
            Values = Read(layout.Columns, content.Values),
        };
        foreach (var table in layout.SubTables)
        {
            var rows = content.Tables.GetValueOrDefault(table.Field.Id) ?? [];
            record.Values[table.Field.Name] = rows.Select(stored => new RecordRow { Id = stored.Id, Values = Read(table.Columns, stored.Values) }).ToList();
        }

        foreach (var field in layout.FileFields)
        {
            record.Values[field.Name] = content.Files.GetValueOrDefault(field.Id) ?? [];
        }

        return record;
    }

    private static Dictionary<string, JsonElement?> Values(IReadOnlyList<ColumnBinding> columns, IReadOnlyDictionary<string, object?> values) => columns
        .Where(binding => values.GetValueOrDefault(binding.Field.Name) is not null)
        .ToDictionary(binding => binding.Field.Id, binding => StoredChange.ToJson(values[binding.Field.Name]));

    private static Dictionary<string, object?> Read(IReadOnlyList<ColumnBinding> columns, Dictionary<string, JsonElement?> values) => columns
        .ToDictionary(binding => binding.Field.Name, binding => StoredChange.FromJson(values.GetValueOrDefault(binding.Field.Id), binding.Field));

    private sealed record StoredRecord(
        Dictionary<string, JsonElement?> Values,
        Dictionary<string, List<StoredRow>> Tables,
        Dictionary<string, List<FileReference>> Files,
        DateTimeOffset CreatedAt,
        Guid? CreatedBy,
        DateTimeOffset ModifiedAt,
        Guid? ModifiedBy,
        Guid? Unit);

    private sealed record StoredRow(Guid Id, Dictionary<string, JsonElement?> Values);
}

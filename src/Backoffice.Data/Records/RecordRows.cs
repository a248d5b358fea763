using Backoffice.Data.Schema;
using Forms.Records;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Puts records into the rows of a context: adds, changes and removes rows; saves nothing.</summary>
internal sealed class RecordRows(BackofficeDb db, RecordLayout layout)
{
    private const int IdsAtOnce = 500;

    private readonly Dictionary<Guid, Dictionary<string, object>> rows = [];
    private readonly Dictionary<string, Dictionary<Guid, Dictionary<string, object>>> subRows = new(StringComparer.Ordinal);

    /// <summary>Loads the rows of records, to change them. Gives the records as they stand, with their sub-tables.</summary>
    internal async Task<IReadOnlyDictionary<Guid, Record>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var found = new Dictionary<Guid, Record>(ids.Count);
        foreach (var some in ids.Chunk(IdsAtOnce))
        {
            foreach (var row in await RecordReader.RowsAsync(db, layout, some, tracked: true, ct))
            {
                var record = RowMapping.ToRecord(layout, row);
                (found[record.Id], this.rows[record.Id]) = (record, row);
            }

            foreach (var table in layout.SubTables)
            {
                var loaded = await RecordReader.SubRowsAsync(db, table, some, tracked: true, ct);
                loaded.ForEach(row => this.SubRows(table)[(Guid)row[SystemColumns.Id]] = row);
                foreach (var group in loaded.GroupBy(row => (Guid)row[SystemColumns.ParentId]).Where(group => found.ContainsKey(group.Key)))
                {
                    found[group.Key].Values[table.Field.Name] = group.Select(row => RowMapping.ToRow(table, row)).ToList();
                }
            }
        }

        return found;
    }

    /// <summary>Rows of new sub-tables that have the id of a row that is another record's (a copied record) get new ids.</summary>
    internal async Task<Record> WithOwnRowIdsAsync(Record record, CancellationToken ct)
    {
        foreach (var table in layout.SubTables)
        {
            var ids = record.Rows(table.Field.Name).Select(row => row.Id).Where(id => !this.SubRows(table).ContainsKey(id)).ToList();
            var taken = ids.Count == 0
                ? []
                : await db.Rows(table.Table).Where(row => ids.Contains(EF.Property<Guid>(row, SystemColumns.Id))).Select(row => EF.Property<Guid>(row, SystemColumns.Id)).ToListAsync(ct);
            if (taken.Count > 0)
            {
                record.Values[table.Field.Name] = record.Rows(table.Field.Name)
                    .Select(row => taken.Contains(row.Id) ? new RecordRow { Id = Guid.CreateVersion7(), Values = row.Values } : row)
                    .ToList();
            }
        }

        return record;
    }

    internal void Add(Record record)
    {
        var row = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [SystemColumns.Id] = record.Id,
            [SystemColumns.CreatedAt] = record.CreatedAt,
            [SystemColumns.CreatedBy] = record.CreatedBy!,
            [SystemColumns.Unit] = record.Unit!,
        };
        this.Fill(row, record);
        db.Rows(layout.Table).Add(row);
        this.SyncSubTables(record);
    }

    internal void Change(Record record)
    {
        this.Fill(this.rows[record.Id], record);
        this.SyncSubTables(record);
    }

    /// <summary>
    /// Changes a record, its sub-tables apart, without loading it: attached as it was read, with that version, so that the
    /// database refuses the change if the record has moved on.
    /// </summary>
    internal void ChangeAlone(Record before, Record after)
    {
        var row = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [SystemColumns.Id] = before.Id,
            [SystemColumns.CreatedAt] = before.CreatedAt,
            [SystemColumns.CreatedBy] = before.CreatedBy!,
            [SystemColumns.Unit] = before.Unit!,
        };
        this.Fill(row, before);
        db.Rows(layout.Table).Attach(row);
        this.Fill(row, after);
    }

    internal void Delete(Guid id, long version, DateTimeOffset at, Guid? by)
    {
        var row = this.rows[id];
        row[SystemColumns.Version] = version;
        row[SystemColumns.DeletedAt] = at;
        row[SystemColumns.ModifiedAt] = at;
        row[SystemColumns.ModifiedBy] = by!;
    }

    private void Fill(Dictionary<string, object> row, Record record)
    {
        row[SystemColumns.Version] = record.Version;
        row[SystemColumns.ModifiedAt] = record.ModifiedAt;
        row[SystemColumns.ModifiedBy] = record.ModifiedBy!;
        row[SystemColumns.LockedBy] = record.LockedBy!;
        RowMapping.Fill(row, layout.Columns, record.Values, db.Kind);
    }

    private void SyncSubTables(Record record)
    {
        foreach (var table in layout.SubTables)
        {
            var known = this.SubRows(table);
            var wanted = record.Rows(table.Field.Name);
            for (var position = 0; position < wanted.Count; position++)
            {
                if (!known.TryGetValue(wanted[position].Id, out var row))
                {
                    row = new Dictionary<string, object>(StringComparer.Ordinal) { [SystemColumns.Id] = wanted[position].Id, [SystemColumns.ParentId] = record.Id };
                    db.Rows(table.Table).Add(row);
                }

                row[SystemColumns.Position] = position;
                RowMapping.Fill(row, table.Columns, wanted[position].Values, db.Kind);
            }

            var kept = wanted.Select(row => row.Id).ToHashSet();
            db.Rows(table.Table).RemoveRange(known.Values.Where(row => (Guid)row[SystemColumns.ParentId] == record.Id && !kept.Contains((Guid)row[SystemColumns.Id])));
        }
    }

    private Dictionary<Guid, Dictionary<string, object>> SubRows(SubTableLayout table)
    {
        if (!this.subRows.TryGetValue(table.Table.Name, out var known))
        {
            this.subRows[table.Table.Name] = known = [];
        }

        return known;
    }
}

using Backoffice.Data.Schema;
using Forms.Directory;
using Forms.Fields;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Writes and reads who changed what. Entries are only ever added.</summary>
internal static class RecordHistory
{
    internal static RecordChangeRow Entry(Actor actor, string form, Guid record, long version, DateTimeOffset at, RecordChangeKind kind, IReadOnlyList<StoredChange> changes) => new()
    {
        Id = Guid.CreateVersion7(at),
        Form = form,
        Record = record,
        Version = version,
        At = at,
        Person = actor.IsSystem ? null : actor.Person,
        Source = actor.Source,
        Kind = kind,
        Fields = StoredChange.Write(changes),
    };

    internal static async Task<IReadOnlyList<RecordChangeEntry>> ReadAsync(BackofficeDb db, RecordLayout layout, Guid id, CompanyDirectory directory, CancellationToken ct)
    {
        // A file is added to a version without making a new one.
        var rows = await db.RecordChanges.AsNoTracking()
            .Where(change => change.Record == id)
            .OrderByDescending(change => change.Version).ThenByDescending(change => change.At).ThenBy(change => change.Kind == RecordChangeKind.Created ? 1 : 0).ThenByDescending(change => change.Id)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new RecordChangeEntry(
                row.Version,
                row.At,
                row.Person,
                row.Person is { } person ? directory.Person(person)?.Name : null,
                row.Source,
                row.Kind,
                [.. StoredChange.Read(row.Fields).Select(change => Change(layout, change))])),
        ];
    }

    private static FieldChange Change(RecordLayout layout, StoredChange change)
    {
        var field = layout.Form.Fields.FirstOrDefault(candidate => candidate.Id == change.Field);
        if (change.Column is null)
        {
            return new FieldChange(field?.Name ?? change.Field, StoredChange.FromJson(change.Before, field), StoredChange.FromJson(change.After, field));
        }

        var column = (field as TableField)?.Columns.FirstOrDefault(candidate => candidate.Id == change.Column);
        return new FieldChange(field?.Name ?? change.Field, StoredChange.FromJson(change.Before, column), StoredChange.FromJson(change.After, column))
        {
            Row = change.Row,
            Column = column?.Name ?? change.Column,
            RowChange = change.RowChange,
        };
    }
}

using System.Globalization;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Schema;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Files of records, kept in the database in pieces and streamed both ways.</summary>
public sealed class AttachmentStore(UnitOfWork work, BackofficeDbFactory factory, PublishedDefinitions published, DirectoryStore directories, TimeProvider time)
{
    /// <summary>Adds a file to a saved record.</summary>
    /// <param name="content">Read once, as far as the limit of the field.</param>
    /// <exception cref="RefusalException">Invalid (too large, empty, kind of file not allowed), forbidden, not found, invalid state (in approval).</exception>
    public async Task<FileReference> AddAsync(Actor actor, string form, Guid record, string field, string fileName, Stream content, CancellationToken ct)
    {
        var definition = published.Current.Form(form).Field(field) as FileField ?? throw RefusalException.NotFound($"The file field \"{field}\"");
        var name = AttachmentName.Clean(fileName);
        var type = AttachmentName.ContentType(name) ?? throw Wrong(definition, "field.file-kind", $"Files like \"{name}\" are not taken. Documents, tables, pictures, mails and archives are.", name);

        // A slow sender must not hold the transaction, so the file is received first, beside memory.
        await using var received = await ReceiveAsync(definition, name, content, ct);
        return await work.RunAsync(
            async (db, cancel) =>
            {
                var version = await this.DemandEditableAsync(db, actor, form, record, cancel);
                var now = time.GetUtcNow();
                var row = new AttachmentRow
                {
                    Id = Guid.CreateVersion7(now),
                    Form = form,
                    Record = record,
                    Field = definition.Id,
                    Name = name,
                    ContentType = type,
                    Size = received.Length,
                    AddedBy = actor.Person,
                    AddedAt = now,
                };
                db.Attachments.Add(row);
                db.RecordChanges.Add(RecordHistory.Entry(actor, form, record, version, now, RecordChangeKind.Changed, [new StoredChange(definition.Id, Before: null, StoredChange.ToJson(name))]));
                await AttachmentPieces.WriteAsync(db, row.Id, received, cancel);
                return new FileReference(row.Id, row.Name, row.Size, row.ContentType);
            },
            ct);
    }

    /// <summary>A file of a record that the actor may read, as it is or as it was frozen. The caller disposes the stream, which reads asynchronously only.</summary>
    /// <exception cref="RefusalException">Not found: absent, or the record is not readable.</exception>
    public async Task<(FileReference File, Stream Content)> OpenAsync(Actor actor, Guid id, CancellationToken ct)
    {
        var row = await work.ReadAsync(
            async (db, cancel) =>
            {
                var found = await FindAsync(db, id, cancel);
                var record = await RecordReader.FindAsync(db, found.Form, found.Record, cancel) ?? throw NotFound();
                var access = new RecordAccess(actor, await directories.GetAsync(cancel), db.Published, db.Published.Layout(found.Form));
                return access.Allows(RecordRight.Read, record) || await AccessFilter.TookPartAsync(db, actor.Person, record.Id, time.GetUtcNow(), cancel) ? found : throw NotFound();
            },
            ct);
        return (new FileReference(row.Id, row.Name, row.Size, row.ContentType), new AttachmentStream(factory.Create(PublishedSchema.Empty), row.Id, row.Size));
    }

    /// <summary>Removes a file from its record. Its content goes, too, unless a frozen version of the record names it.</summary>
    /// <exception cref="RefusalException">Forbidden, not found, invalid state (in approval).</exception>
    public Task RemoveAsync(Actor actor, Guid id, CancellationToken ct) => work.RunAsync(
        async (db, cancel) =>
        {
            var row = await FindAsync(db, id, cancel);
            var version = await this.DemandEditableAsync(db, actor, row.Form, row.Record, cancel);
            var now = time.GetUtcNow();
            if (row.RemovedAt is not null)
            {
                throw NotFound();
            }

            if (await RecordSnapshots.NamesFileAsync(db, row.Record, row.Id, cancel))
            {
                row.RemovedAt = now;
            }
            else
            {
                db.Attachments.Remove(row);
            }

            db.RecordChanges.Add(RecordHistory.Entry(actor, row.Form, row.Record, version, now, RecordChangeKind.Changed, [new StoredChange(row.Field, StoredChange.ToJson(row.Name), After: null)]));
        },
        ct);

    private static async Task<AttachmentRow> FindAsync(BackofficeDb db, Guid id, CancellationToken ct) =>
        await db.Attachments.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw NotFound();

    private static RefusalException NotFound() => RefusalException.NotFound("The file");

    private static async Task<FileStream> ReceiveAsync(FileField field, string name, Stream content, CancellationToken ct)
    {
        var limit = field.MaxMegabytes * 1_000_000L;
        var received = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Access = FileAccess.ReadWrite, Mode = FileMode.CreateNew, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            var buffer = new byte[81_920];
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                if (received.Length + read > limit)
                {
                    var most = field.MaxMegabytes.ToString(CultureInfo.InvariantCulture);
                    throw Wrong(field, "field.file-size", $"\"{name}\" is too large: {field.Label} takes files of at most {most} MB.", name, most);
                }

                await received.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            received.Position = 0;
            return received.Length > 0 ? received : throw Wrong(field, "field.file-empty", $"\"{name}\" is empty.", name);
        }
        catch
        {
            await received.DisposeAsync();
            throw;
        }
    }

    private static RefusalException Wrong(FileField field, string code, string message, params string[] arguments) =>
        RefusalException.Invalid([new Problem(field.Name, code, message) { Arguments = arguments }]);

    /// <summary>
    /// Nobody else saves the record until the commit, so that none freezes it with a file that is just being removed. Only
    /// the lock is wanted: the record stays as it is.
    /// </summary>
    private static async Task HoldAsync(BackofficeDb db, RecordLayout layout, Record record, CancellationToken ct)
    {
        var held = await db.Rows(layout.Table)
            .Where(row => EF.Property<Guid>(row, SystemColumns.Id) == record.Id && EF.Property<long>(row, SystemColumns.Version) == record.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(row => EF.Property<long>(row, SystemColumns.Version), record.Version), ct);
        if (held == 0)
        {
            throw new DbUpdateConcurrencyException($"Version {record.Version} of the record has moved on.");
        }
    }

    /// <summary>Gives the version of the record.</summary>
    private async Task<long> DemandEditableAsync(BackofficeDb db, Actor actor, string form, Guid id, CancellationToken ct)
    {
        var layout = db.Published.Layout(form);
        var access = new RecordAccess(actor, await directories.GetAsync(ct), db.Published, layout);
        var record = await RecordReader.FindAsync(db, form, id, ct);
        if (record is null || !(access.Allows(RecordRight.Read, record) || await AccessFilter.TookPartAsync(db, actor.Person, id, time.GetUtcNow(), ct)))
        {
            throw RefusalException.NotFound($"The {layout.Form.Label}");
        }

        access.Demand(RecordRight.Edit, record);
        RecordGuards.DemandUnlocked(record, actor);
        await HoldAsync(db, layout, record, ct);
        return record.Version;
    }
}

using Backoffice.Data.Directory;
using Backoffice.Data.Schema;
using Backoffice.Data.Workflows;
using Backoffice.Data.Workflows.Background;
using Forms.Definitions;
using Forms.Directory;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Writes records in the transaction of a context: rows, numbers and history together.</summary>
public sealed class RecordWriter
{
    private readonly RecordDrafts drafts;
    private readonly DirectoryStore directories;
    private readonly StepEdits stepEdits;
    private readonly Triggers triggers;
    private readonly TimeProvider time;

    internal RecordWriter(RecordDrafts drafts, DirectoryStore directories, StepEdits stepEdits, Triggers triggers, TimeProvider time) =>
        (this.drafts, this.directories, this.stepEdits, this.triggers, this.time) = (drafts, directories, stepEdits, triggers, time);

    /// <summary>
    /// Changes fields and the lock of a record for a workflow: with computed fields and history, without asking for rights or
    /// validation. Written when the context saves its changes; the database then refuses it if the record has moved on.
    /// </summary>
    /// <param name="before">As it was read, with sub-tables and files.</param>
    /// <param name="changes">Values by field name; the others stay.</param>
    /// <param name="lockedBy">The instance that holds the record from now on; null frees it.</param>
    /// <returns>The record as it will be.</returns>
    /// <exception cref="RefusalException">Invalid, when a formula fails.</exception>
    internal async Task<Record> ChangeAsync(BackofficeDb db, Actor actor, Record before, IReadOnlyDictionary<string, object?> changes, Guid? lockedBy, CancellationToken ct)
    {
        var layout = db.Published.Layout(before.Form);
        var wanted = before.Copy();
        foreach (var (name, value) in changes)
        {
            wanted.Values[name] = value;
        }

        if (await this.NeedsCalculationAsync(layout.Form, changes.Keys, ct))
        {
            var calculated = await this.drafts.CalculateAsync(layout.Form, [wanted], ct);
            RecordDrafts.Refuse([calculated[0].Problems]);
            wanted = calculated[0].Record;
        }

        var now = this.time.GetUtcNow();
        var after = Stamp(wanted, before, actor, now, lockedBy);
        var differences = RecordDifference.Between(layout, before, after);
        var rows = new RecordRows(db, layout);
        if (differences.Exists(difference => difference.Row is not null))
        {
            await rows.LoadAsync([before.Id], ct);
            rows.Change(after);
        }
        else
        {
            rows.ChangeAlone(before, after);
        }

        AddHistory(db, layout, actor, before, after, now, evenIfSame: false, differences);
        return after;
    }

    /// <summary>Saves records of one form that are computed and checked.</summary>
    internal async Task<IReadOnlyList<Record>> SaveAsync(BackofficeDb db, Actor actor, string form, IReadOnlyList<Record> records, CancellationToken ct)
    {
        var directory = await this.directories.GetAsync(ct);
        var layout = db.Published.Layout(form);
        var access = new RecordAccess(actor, directory, db.Published, layout);
        var rows = new RecordRows(db, layout);
        var befores = await rows.LoadAsync([.. records.Select(record => record.Id)], ct);
        foreach (var record in records)
        {
            await this.DemandAsync(db, actor, access, record, befores.GetValueOrDefault(record.Id), directory, ct);
        }

        var references = await new RecordReferences(db, layout, directory).CheckAsync(records, ct);
        RecordDrafts.Refuse([.. records.Select((record, index) => (IReadOnlyList<Problem>)[.. this.ReadOnly(layout, actor, befores.GetValueOrDefault(record.Id), record), .. references[index]])]);
        var numbered = await this.NumberAsync(db, layout, records, ct);
        var now = this.time.GetUtcNow();
        var saved = new List<Record>(records.Count);
        foreach (var record in numbered)
        {
            var before = befores.GetValueOrDefault(record.Id);
            var after = await rows.WithOwnRowIdsAsync(Stamp(record, before, actor, now, before?.LockedBy, directory.Person(actor.Person)?.Unit), ct);
            (before is null ? (Action<Record>)rows.Add : rows.Change)(after);
            AddHistory(db, layout, actor, before, after, now, evenIfSame: true);
            this.triggers.Note(db, before, after, actor.Person);
            saved.Add(after);
        }

        await db.SaveChangesAsync(ct);
        return saved;
    }

    internal async Task DeleteAsync(BackofficeDb db, Actor actor, string form, Guid id, long version, CancellationToken ct)
    {
        var directory = await this.directories.GetAsync(ct);
        var layout = db.Published.Layout(form);
        var access = new RecordAccess(actor, directory, db.Published, layout);
        var rows = new RecordRows(db, layout);
        var before = (await rows.LoadAsync([id], ct)).GetValueOrDefault(id);
        await this.DemandReadableAsync(db, access, layout, before, id, ct);
        access.Demand(RecordRight.Delete, before!);
        RecordGuards.DemandVersion(before!, version, directory, this.time.LocalTimeZone);
        RecordGuards.DemandUnlocked(before!, actor);
        if (await db.Instances.AnyAsync(instance => instance.Record == id && instance.EndedAt == null, ct))
        {
            throw new RefusalException(RefusalReason.InvalidState, "record.in-approval", "This record was submitted and has not been decided. Withdraw it first.");
        }

        var now = this.time.GetUtcNow();
        rows.Delete(id, version + 1, now, actor.IsSystem ? null : actor.Person);
        db.RecordChanges.Add(RecordHistory.Entry(actor, form, id, version + 1, now, RecordChangeKind.Deleted, []));
        await db.SaveChangesAsync(ct);
    }

    private async Task DemandReadableAsync(BackofficeDb db, RecordAccess access, RecordLayout layout, Record? before, Guid id, CancellationToken ct)
    {
        if (before is null || !(access.Allows(RecordRight.Read, before) || await AccessFilter.TookPartAsync(db, access.Person, id, this.time.GetUtcNow(), ct)))
        {
            throw RefusalException.NotFound($"The {layout.Form.Label}");
        }
    }

    private static Record Stamp(Record record, Record? before, Actor actor, DateTimeOffset now, Guid? lockedBy, Guid? unit = null)
    {
        Guid? person = actor.IsSystem ? null : actor.Person;
        return new Record
        {
            Form = record.Form,
            Id = record.Id,
            Version = (before?.Version ?? 0) + 1,
            CreatedAt = before?.CreatedAt ?? now,
            CreatedBy = before is null ? person : before.CreatedBy,
            ModifiedAt = now,
            ModifiedBy = person,
            Unit = before is null ? unit : before.Unit,
            LockedBy = lockedBy,
            Values = record.Values,
        };
    }

    private static void AddHistory(BackofficeDb db, RecordLayout layout, Actor actor, Record? before, Record after, DateTimeOffset now, bool evenIfSame, List<StoredChange>? known = null)
    {
        // What a record was made with follows from how it is now and what changed since; only changes are kept.
        var changes = known ?? (before is null ? [] : RecordDifference.Between(layout, before, after));
        if (evenIfSame || changes.Count > 0)
        {
            var kind = before is null ? RecordChangeKind.Created : RecordChangeKind.Changed;
            db.RecordChanges.Add(RecordHistory.Entry(actor, layout.Form.Key, after.Id, after.Version, now, kind, changes));
        }
    }

    private async Task DemandAsync(BackofficeDb db, Actor actor, RecordAccess access, Record record, Record? before, CompanyDirectory directory, CancellationToken ct)
    {
        var layout = db.Published.Layout(record.Form);
        if (record.Version == 0 && before is null)
        {
            if (!access.Any(RecordRight.Create))
            {
                throw new RefusalException(RefusalReason.Forbidden, "record.create", $"Your roles do not let you create a {layout.Form.Label}.");
            }

            return;
        }

        await this.DemandReadableAsync(db, access, layout, before, record.Id, ct);
        if (before!.LockedBy is { } instance && actor is { IsSystem: false, Source: not ChangeSource.Workflow })
        {
            await this.stepEdits.DemandAsync(db, actor, instance, before, record, layout.Form, ct);
        }
        else
        {
            access.Demand(RecordRight.Edit, before);
            RecordGuards.DemandUnlocked(before, actor);
        }

        RecordGuards.DemandVersion(before, record.Version, directory, this.time.LocalTimeZone);
    }

    private IEnumerable<Problem> ReadOnly(RecordLayout layout, Actor actor, Record? before, Record after) =>
        RecordGuards.ReadOnly(layout, actor, field => before is null ? this.drafts.Default(field, actor) : before[field.Name], after);

    /// <summary>Most steps change a state that no formula reads; then nothing is computed while the transaction is open.</summary>
    private async Task<bool> NeedsCalculationAsync(FormDefinition form, IEnumerable<string> changed, CancellationToken ct)
    {
        foreach (var name in changed)
        {
            if (await this.drafts.UsesAsync(form, name, ct))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Numbers come last, so that a record refused takes none; a field computed from one is computed again.</summary>
    private async Task<IReadOnlyList<Record>> NumberAsync(BackofficeDb db, RecordLayout layout, IReadOnlyList<Record> records, CancellationToken ct)
    {
        var numbered = records.Select(record => record.Copy()).ToList();
        await AutoNumbers.AssignAsync(db, layout, [.. numbered.Where(record => record.Version == 0)], this.drafts.Today, ct);
        foreach (var field in layout.Form.Fields.OfType<AutoNumberField>())
        {
            if (await this.drafts.UsesAsync(layout.Form, field.Name, ct))
            {
                var calculated = await this.drafts.CalculateAsync(layout.Form, numbered, ct);
                RecordDrafts.Refuse([.. calculated.Select(calculation => calculation.Problems)]);
                return [.. calculated.Select(calculation => calculation.Record)];
            }
        }

        return numbered;
    }
}

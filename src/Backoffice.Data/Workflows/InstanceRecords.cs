using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Records;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Workflows;

/// <summary>What the shell reads and writes of records; writes in the transaction of the instance.</summary>
internal sealed class InstanceRecords(UnitOfWork work, RecordWriter writer)
{
    /// <summary>A record as it is, whoever asks; null when it is gone.</summary>
    internal Task<Record?> LoadAsync(string form, Guid id, CancellationToken ct) =>
        work.ReadAsync((db, token) => RecordReader.FindAsync(db, form, id, token), ct);

    /// <summary>Records without sub-tables and files, by id. What is gone is left out.</summary>
    internal Task<IReadOnlyDictionary<Guid, Record>> LoadManyAsync(string form, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        work.ReadAsync((db, token) => RecordReader.FindManyAsync(db, form, ids, whole: false, token), ct);

    /// <summary>The record as it was frozen at the submission before the last one; null when there was only one.</summary>
    internal Task<Record?> SubmittedBeforeAsync(WorkflowInstanceRow instance, CancellationToken ct) => work.ReadAsync(
        async (db, token) =>
        {
            var before = await db.RecordSnapshots
                .Where(row => row.Record == instance.Record && row.At >= instance.StartedAt && row.Version < instance.SubmittedSnapshot)
                .MaxAsync(row => (long?)row.Version, token);
            return before is { } version ? await RecordSnapshots.FindAsync(db, instance.Record, version, token) : null;
        },
        ct);

    /// <summary>The record as it was submitted last; null when that was not kept.</summary>
    internal Task<Record?> SubmittedAsync(WorkflowInstanceRow instance, CancellationToken ct) => work.ReadAsync(
        async (db, token) => instance.SubmittedSnapshot is { } version ? await RecordSnapshots.FindAsync(db, instance.Record, version, token) : null,
        ct);

    /// <summary>A record as it was frozen at a version; null when it was not.</summary>
    internal Task<Record?> FrozenAsync(Guid record, long version, CancellationToken ct) =>
        work.ReadAsync((db, token) => RecordSnapshots.FindAsync(db, record, version, token), ct);

    /// <summary>
    /// Writes changed fields and the lock, if there is anything to write. Refused by the database when the record has moved
    /// on since the plan.
    /// </summary>
    internal async Task<Record> ApplyAsync(BackofficeDb db, InstancePlan plan, IReadOnlyDictionary<string, object?> changes, Guid? lockedBy, CancellationToken ct)
    {
        if (changes.Count > 0 || plan.Record.LockedBy != lockedBy)
        {
            var actor = plan.Actor with { Source = ChangeSource.Workflow };
            return await writer.ChangeAsync(db, actor, plan.Record, changes, lockedBy, ct);
        }

        return await RecordReader.VersionAsync(db, plan.Form.Key, plan.Record.Id, ct) == plan.Record.Version
            ? plan.Record
            : throw new DbUpdateConcurrencyException($"Expected version {plan.Record.Version} of the record, but it has moved on.");
    }
}

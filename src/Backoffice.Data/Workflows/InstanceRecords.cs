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

    /// <summary>Writes changed fields and the lock; refused by the database when the record has moved on since the plan.</summary>
    internal Task<Record> ApplyAsync(BackofficeDb db, InstancePlan plan, IReadOnlyDictionary<string, object?> changes, Guid? lockedBy, CancellationToken ct) =>
        writer.ApplyAsync(db, plan.Actor with { Source = ChangeSource.Workflow }, plan.Form.Key, plan.Record.Id, plan.Record.Version, changes, lockedBy, ct);
}

using Backoffice.Data.Instances;
using Forms.Records;

namespace Backoffice.Data.Workflows;

/// <summary>What the shell reads and writes of records, in the transaction of the instance.</summary>
internal sealed class InstanceRecords(UnitOfWork work)
{
    private readonly UnitOfWork work = work;

    /// <summary>A record as it is, whoever asks; null when it is gone.</summary>
    internal Task<Record?> LoadAsync(string form, Guid id, CancellationToken ct) => throw new NotSupportedException(this.work.ToString());

    /// <summary>Records without sub-tables and files.</summary>
    internal Task<IReadOnlyList<Record>> LoadManyAsync(string form, IReadOnlyList<Guid> ids, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>The record as it was frozen at the submission before the last one; null when there was only one.</summary>
    internal Task<Record?> SubmittedBeforeAsync(WorkflowInstanceRow instance, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Writes changed fields and the lock; refused by the database when the record has moved on since the plan.</summary>
    internal Task<Record> ApplyAsync(BackofficeDb db, InstancePlan plan, IReadOnlyDictionary<string, object?> changes, Guid? lockedBy, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Keeps the record as submitted.</summary>
    internal Task FreezeAsync(BackofficeDb db, Record record, InstancePlan plan, CancellationToken ct) => throw new NotSupportedException();
}

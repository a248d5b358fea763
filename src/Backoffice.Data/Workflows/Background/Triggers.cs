using System.Text.Json;
using Backoffice.Data.Instances;
using Forms.Records;
using Workflows.Activities.Start;

namespace Backoffice.Data.Workflows.Background;

/// <summary>Notes in the transaction of a save which workflows the save starts (A7). They start after the commit.</summary>
internal sealed class Triggers(CompiledWorkflows workflows, OutboxSignal signal, TimeProvider time)
{
    /// <param name="before">Null for a new record.</param>
    /// <param name="initiator">Who saved; empty for the product itself.</param>
    internal void Note(BackofficeDb db, Record? before, Record after, Guid initiator)
    {
        var now = time.GetUtcNow();
        var any = false;
        var kind = before is null ? StartTriggerKind.Created : StartTriggerKind.Changed;
        foreach (var (workflow, trigger, index) in workflows.StartedBy(kind).Where(start => start.Workflow.Form == after.Form))
        {
            if (before is not null && trigger.Fields is { Count: > 0 } fields && fields.All(field => Equals(before[field], after[field])))
            {
                continue;
            }

            any = true;
            db.Outbox.Add(new OutboxRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = OutboxKind.Start,
                Content = JsonSerializer.Serialize(new StartOrder(workflow.Key, after.Form, after.Id, initiator, null) { Trigger = index }, JsonSerializerOptions.Web),
                CreatedAt = now,
                DueAt = now,
            });
        }

        if (any)
        {
            db.AfterCommit(signal.RaiseAsync);
        }
    }
}

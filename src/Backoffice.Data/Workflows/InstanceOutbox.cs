using System.Text.Json;
using Backoffice.Data.Instances;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>Writes what is to be done after the commit of a plan.</summary>
internal sealed class InstanceOutbox(OutboxSignal signal, TimeProvider time)
{
    internal void Write(BackofficeDb db, InstancePlan plan)
    {
        var before = db.ChangeTracker.Entries<OutboxRow>().Count();
        foreach (var happened in plan.Events)
        {
            switch (happened)
            {
                case MailRequested mail:
                    this.Add(db, OutboxKind.Mail, plan, null, new MailOrder(plan.Workflow.Key, plan.WorkflowVersion, mail.ActivityId, plan.Form.Key, plan.Record.Id, mail.To));
                    break;
                case CallRequested call:
                    this.Add(db, OutboxKind.Call, plan, call.Wait, new CallOrder(plan.Workflow.Key, plan.WorkflowVersion, call.ActivityId, plan.Form.Key, plan.Record.Id));
                    break;
                case ChildRequested child:
                    this.Add(db, OutboxKind.Start, plan, child.Wait, new StartOrder(child.Workflow, child.Form, child.Record, plan.State.Initiator, plan.InstanceId));
                    break;
            }
        }

        var parent = plan.Instance is { Parent: { } id } ? (id, plan.Instance.ParentWait) : plan.Parent is { } given ? (given.Instance, given.Wait) : ((Guid, int?)?)null;
        if (plan.State.IsOver && plan.Before?.IsOver != true && parent is (var instance, { } wait))
        {
            var outcome = plan.State.Status == InstanceStatus.Completed ? Outcomes.Approved : Outcomes.Rejected;
            this.Add(db, OutboxKind.Ended, instance, wait, new EndOrder(outcome));
        }

        if (db.ChangeTracker.Entries<OutboxRow>().Count() > before)
        {
            db.AfterCommit(signal.RaiseAsync);
        }
    }

    private void Add(BackofficeDb db, OutboxKind kind, InstancePlan plan, int? wait, object order) => this.Add(db, kind, plan.InstanceId, wait, order);

    private void Add(BackofficeDb db, OutboxKind kind, Guid instance, int? wait, object order)
    {
        var now = time.GetUtcNow();
        db.Outbox.Add(new OutboxRow
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Instance = instance,
            Wait = wait,
            Content = JsonSerializer.Serialize(order, order.GetType(), JsonSerializerOptions.Web),
            CreatedAt = now,
            DueAt = now,
        });
    }
}

/// <summary>The mail of a step. What it says is made when it is sent.</summary>
internal sealed record MailOrder(string Workflow, int Version, string Activity, string Form, Guid Record, IReadOnlyList<Guid> To);

/// <summary>The HTTP call of a step. What is sent is made when it is called.</summary>
internal sealed record CallOrder(string Workflow, int Version, string Activity, string Form, Guid Record);

/// <summary>A workflow to start on a record.</summary>
/// <param name="Parent">The instance that waits for its end, or has started it; null for a trigger.</param>
internal sealed record StartOrder(string Workflow, string Form, Guid Record, Guid Initiator, Guid? Parent)
{
    /// <summary>Index of the trigger whose condition must hold; null for a sub-workflow.</summary>
    public int? Trigger { get; init; }
}

/// <summary>The end of a sub-workflow.</summary>
internal sealed record EndOrder(string Outcome);

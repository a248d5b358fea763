using Backoffice.Data.Instances;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>Keeps the rows of waits like the waits of the state.</summary>
internal static class WaitRows
{
    internal static void Write(BackofficeDb db, InstancePlan plan)
    {
        var before = plan.Before?.Waits ?? [];
        var after = plan.State.Waits;
        foreach (var wait in after.Where(wait => !before.Contains(wait)))
        {
            if (before.FirstOrDefault(old => old.Number == wait.Number) is { } old)
            {
                var row = RowOf(plan, plan.Before!, old);
                db.Waits.Attach(row);
                row.DueAt = DueOf(wait);
            }
            else
            {
                db.Waits.Add(RowOf(plan, plan.State, wait));
            }
        }

        foreach (var gone in before.Where(old => after.All(wait => wait.Number != old.Number)))
        {
            db.Entry(RowOf(plan, plan.Before!, gone)).State = EntityState.Deleted;
        }
    }

    private static WaitRow RowOf(InstancePlan plan, InstanceState state, PendingWait wait) => new()
    {
        Instance = plan.InstanceId,
        Number = wait.Number,
        Kind = wait.Kind,
        Activity = state.Path.First(visit => visit.Number == wait.Visit).ActivityId,
        DueAt = DueOf(wait),
        Name = wait.Name,
        Record = plan.Record.Id,
        WorkItem = wait.WorkItem,
    };

    /// <summary>What is over is not due again: it is kept in the state.</summary>
    private static DateTimeOffset? DueOf(PendingWait wait) => wait.Fired is null ? wait.DueAt : null;
}

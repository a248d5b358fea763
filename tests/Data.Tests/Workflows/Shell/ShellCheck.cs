using Backoffice.Data;
using Backoffice.Data.Instances;
using Backoffice.Data.Workflows;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell;

/// <summary>
/// What holds at any moment, for every instance: its events give its state exactly, and its rows say the same as its state.
/// </summary>
internal static class ShellCheck
{
    /// <param name="only">These instances; all when null.</param>
    internal static async Task AllAsync(UnitOfWork work, IReadOnlyCollection<Guid>? only = null)
    {
        var stored = await work.ReadAsync(
            async (db, ct) => (
                Instances: await db.Instances.Where(row => only == null || only.Contains(row.Id)).ToListAsync(ct),
                Events: (await db.InstanceEvents.Where(row => only == null || only.Contains(row.Instance)).ToListAsync(ct)).ToLookup(row => row.Instance),
                Items: (await db.WorkItems.Where(row => only == null || only.Contains(row.Instance)).ToListAsync(ct)).ToLookup(row => row.Instance),
                Waits: (await db.Waits.Where(row => only == null || only.Contains(row.Instance)).ToListAsync(ct)).ToLookup(row => row.Instance)),
            CancellationToken.None);
        foreach (var instance in stored.Instances)
        {
            One(instance, [.. stored.Events[instance.Id].OrderBy(row => row.Sequence)], [.. stored.Items[instance.Id]], [.. stored.Waits[instance.Id]]);
        }
    }

    private static void One(WorkflowInstanceRow instance, List<InstanceEventsRow> events, List<WorkItemRow> items, List<WaitRow> waits)
    {
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(row => row.Sequence));
        var replayed = InstanceState.Replay(events.Select(row => InstanceEventsText.Read(row.Events)))!;
        var state = StoredStates.Read(instance.State);
        Assert.Equal(InstanceStateSerializer.Write(state), InstanceStateSerializer.Write(replayed));
        Assert.Equal(
            (state.Status, state.EndedAt, state.Initiator, state.Incidents.Count(), (long)state.Sequence),
            (instance.Status, instance.EndedAt, instance.Initiator, instance.Incidents, (long)events.Count));
        Items(state, items);
        Waits(instance, state, waits);
    }

    private static void Items(InstanceState state, List<WorkItemRow> rows)
    {
        Assert.Equal(Enumerable.Range(1, state.NextWorkItem - 1), rows.Select(row => row.Number).Order());
        foreach (var row in rows)
        {
            if (state.FindWorkItem(row.Number) is not { } item)
            {
                Assert.True(row.State is not (WorkItemState.Open or WorkItemState.Held), $"Item {row.Number} is {row.State}, and the state does not have it.");
                continue;
            }

            Assert.Equal(
                (item.State, item.Person, item.Kind, item.ActivityId, item.HeldFor, item.Origin, item.ActedBy, item.Comment, item.OpenedAt, item.DueAt, item.ClosedAt),
                (row.State, row.Person, row.Kind, row.Activity, row.HeldFor, row.Origin, row.ActedBy, row.Comment, row.OpenedAt, row.DueAt, row.ClosedAt));
        }
    }

    private static void Waits(WorkflowInstanceRow instance, InstanceState state, List<WaitRow> rows)
    {
        var expected = state.Waits.Select(wait => (
            wait.Number,
            wait.Kind,
            Activity: state.Path.First(visit => visit.Number == wait.Visit).ActivityId,
            DueAt: wait.Fired is null ? wait.DueAt : null,
            wait.Name,
            wait.WorkItem,
            instance.Record));
        Assert.Equal(expected.OrderBy(wait => wait.Number), rows.Select(row => (row.Number, row.Kind, row.Activity, row.DueAt, row.Name, row.WorkItem, row.Record)).OrderBy(row => row.Number));
        Assert.True(!state.IsOver || rows.Count == 0, "An instance that has ended waits for nothing.");
    }
}

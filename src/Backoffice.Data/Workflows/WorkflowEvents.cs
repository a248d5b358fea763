using Backoffice.Data.Records;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>Raises events for records, which resume the waits of their instances (A7). Thread-safe.</summary>
public sealed class WorkflowEvents
{
    private readonly UnitOfWork work;
    private readonly RecordStore store;
    private readonly InstanceCommands commands;

    internal WorkflowEvents(UnitOfWork work, RecordStore store, InstanceCommands commands) => (this.work, this.store, this.commands) = (work, store, commands);

    /// <summary>Resumes every wait for the event on a record that the actor can see.</summary>
    /// <returns>How many waits were resumed; 0 when nobody waits for it, which is no error.</returns>
    /// <exception cref="RefusalException">Not found: the record.</exception>
    public async Task<int> RaiseAsync(Actor actor, string form, Guid record, string name, CancellationToken ct)
    {
        await this.store.GetAsync(actor, form, record, ct);
        var waits = await this.work.ReadAsync(
            (db, token) => db.Waits.Where(wait => wait.Record == record && wait.Name == name && wait.Kind == WaitFor.Event).Select(wait => new { wait.Instance, wait.Number }).ToListAsync(token),
            ct);
        var resumed = 0;
        foreach (var wait in waits)
        {
            try
            {
                await this.commands.RunAsync(actor, wait.Instance, (_, _) => ValueTask.FromResult<WorkflowCommand>(new FireWait(wait.Number)), ct);
                resumed++;
            }
            catch (RefusalException refusal) when (refusal.Code == "wait.used")
            {
                // Its time ran out in the same moment, or somebody else raised the event.
            }
        }

        return resumed;
    }
}

using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>
/// Runs one command on an instance: plans without a lock, commits in one transaction, and plans again when instance or
/// record changed meanwhile, or when what a step does to a record was refused. Thread-safe.
/// </summary>
internal sealed class InstanceCommands(
    UnitOfWork work,
    CompiledWorkflows workflows,
    InstancePlanner planner,
    InstanceCommit commit,
    DirectoryStore directories)
{
    /// <summary>Enough for many signers of one instance in the same moment: in each round of the race one of them wins.</summary>
    private const int Attempts = 25;

    private static readonly IReadOnlyDictionary<string, AnswerFailure> NoFailures = new Dictionary<string, AnswerFailure>();

    /// <summary>Runs a command on an instance.</summary>
    /// <param name="command">Made from the instance and its record as they are read; called again for each attempt.</param>
    /// <param name="also">What else is written in the transaction.</param>
    /// <exception cref="RefusalException">The engine refused, the person has left, or others kept changing the instance.</exception>
    internal Task<InstancePlan> RunAsync(
        Actor actor, Guid instance, Func<WorkflowInstanceRow, Record, ValueTask<WorkflowCommand>> command, CancellationToken ct, Action<BackofficeDb>? also = null) => this.RunAsync(
            actor,
            async failures =>
            {
                var (row, record) = await this.ReadAsync(instance, ct);
                return await this.PlanAsync(actor, row, record, await command(row, record), failures, ct) with { Also = also };
            },
            ct);

    /// <summary>Runs a command on the instance of a work item.</summary>
    /// <inheritdoc cref="RunAsync(Actor, Guid, Func{WorkflowInstanceRow, Record, ValueTask{WorkflowCommand}}, CancellationToken, Action{BackofficeDb}?)"/>
    internal Task<InstancePlan> RunOnItemAsync(Actor actor, Guid workItem, Func<WorkItemRow, WorkflowInstanceRow, Record, ValueTask<WorkflowCommand>> command, CancellationToken ct) => this.RunAsync(
        actor,
        async failures =>
        {
            var (item, row, record) = await work.ReadAsync(
                async (db, token) =>
                {
                    var found = await InstanceRowQueries.ItemAsync(db, workItem) ?? throw RefusalException.NotFound("The work item");
                    var (instance, about) = await ReadAsync(db, found.Instance, token);
                    return (found, instance, about);
                },
                ct);
            return await this.PlanAsync(actor, row, record, await command(item, row, record), failures, ct);
        },
        ct);

    /// <summary>Starts an instance on a record.</summary>
    /// <param name="start">Gives the record as it is read, the workflow, and the command.</param>
    internal Task<InstancePlan> StartAsync(
        Actor actor,
        Func<Task<(Record Record, CompiledWorkflow Workflow, int Version, StartInstance Command)>> start,
        CancellationToken ct,
        (Guid Instance, int? Wait)? parent = null,
        Action<BackofficeDb>? also = null) => this.RunAsync(
            actor,
            async failures =>
            {
                var (record, workflow, version, command) = await start();
                var plan = await planner.PlanAsync(actor, null, (workflow, version), record, command, failures, ct);
                return plan with { Parent = parent, Also = also };
            },
            ct);

    internal Task<WorkflowInstanceRow> FindAsync(Guid instance, CancellationToken ct) => work.ReadAsync(
        async (db, token) => await db.Instances.AsNoTracking().FirstOrDefaultAsync(row => row.Id == instance, token) ?? throw RefusalException.NotFound("The workflow instance"),
        ct);

    internal Task<WorkItemRow> FindItemAsync(Guid workItem, CancellationToken ct) => work.ReadAsync(
        async (db, token) => await db.WorkItems.AsNoTracking().FirstOrDefaultAsync(row => row.Id == workItem, token) ?? throw RefusalException.NotFound("The work item"),
        ct);

    private static async Task<(WorkflowInstanceRow Instance, Record Record)> ReadAsync(BackofficeDb db, Guid instance, CancellationToken ct)
    {
        var row = await InstanceRowQueries.InstanceAsync(db, instance) ?? throw RefusalException.NotFound("The workflow instance");
        return (row, await RecordReader.FindAsync(db, row.Form, row.Record, ct) ?? throw RefusalException.NotFound("The record"));
    }

    private Task<(WorkflowInstanceRow Instance, Record Record)> ReadAsync(Guid instance, CancellationToken ct) =>
        work.ReadAsync((db, token) => ReadAsync(db, instance, token), ct);

    private async Task<InstancePlan> PlanAsync(
        Actor actor, WorkflowInstanceRow row, Record record, WorkflowCommand command, IReadOnlyDictionary<string, AnswerFailure> failures, CancellationToken ct)
    {
        var version = command is MigrateInstance migrate ? migrate.Version : row.WorkflowVersion;
        return await planner.PlanAsync(actor, row, (await workflows.GetAsync(row.Workflow, version, ct), version), record, command, failures, ct);
    }

    /// <summary>Whether a wait of an instance is neither over nor closed.</summary>
    internal Task<bool> IsWaitingAsync(Guid instance, int wait, CancellationToken ct) =>
        work.ReadAsync((db, token) => db.Waits.AnyAsync(row => row.Instance == instance && row.Number == wait, token), ct);

    private async Task<InstancePlan> RunAsync(Actor actor, Func<IReadOnlyDictionary<string, AnswerFailure>, Task<InstancePlan>> makePlan, CancellationToken ct)
    {
        await this.DemandActiveAsync(actor, ct);
        var failures = NoFailures;
        for (var attempt = 1; ; attempt++)
        {
            var plan = await makePlan(failures);
            try
            {
                await work.RunAsync((db, token) => commit.WriteAsync(db, plan, token), ct, retry: false);
                return plan;
            }
            catch (EffectFailedException failed) when (failures.ContainsKey(failed.Activity))
            {
                // What is written did not come from the step itself, but from the answer that the command brought.
                throw failed.Refusal;
            }
            catch (EffectFailedException failed)
            {
                // Each step fails once: planned again it is an incident, and does nothing.
                failures = new Dictionary<string, AnswerFailure>(failures, StringComparer.Ordinal) { [failed.Activity] = failed.Failure };
            }
            catch (Exception failure) when (attempt < Attempts && LostRace.Is(failure, conflictsToo: true))
            {
                // Somebody committed between plan and commit. The next plan sees what they did.
            }
            catch (Exception failure) when (LostRace.Is(failure, conflictsToo: true))
            {
                throw new RefusalException(RefusalReason.Conflict, "instance.busy", "Others kept changing this at the same moment. Nothing was done; try again.");
            }
        }
    }

    private async Task DemandActiveAsync(Actor actor, CancellationToken ct)
    {
        if (!actor.IsSystem && (await directories.GetAsync(ct)).Person(actor.Person) is not { Active: true })
        {
            throw new RefusalException(RefusalReason.Forbidden, "person.left", "Only people who are with the company can act.");
        }
    }
}

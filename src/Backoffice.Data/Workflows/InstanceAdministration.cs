using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;
using Workflows.Migration;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>
/// What administrators do with instances (A4, A11). Every act is in the trail. Each refuses whoever is no administrator.
/// Thread-safe.
/// </summary>
public sealed class InstanceAdministration
{
    private readonly UnitOfWork work;
    private readonly CompiledWorkflows workflows;
    private readonly InstanceCommands commands;
    private readonly DirectoryStore directories;

    internal InstanceAdministration(UnitOfWork work, CompiledWorkflows workflows, InstanceCommands commands, DirectoryStore directories) =>
        (this.work, this.workflows, this.commands, this.directories) = (work, workflows, commands, directories);

    /// <summary>Gives a work item to somebody else.</summary>
    public async Task ReassignAsync(Actor actor, Guid workItem, Guid to, string comment, CancellationToken ct)
    {
        var item = await this.commands.FindItemAsync(workItem, ct);
        await this.RunAsync(actor, item.Instance, new ReassignWorkItem(item.Number, actor.Person, to, comment), ct);
    }

    /// <summary>Moves an instance, or one of the places where it waits, to a step.</summary>
    /// <param name="visit">Number of the visit to move; the whole instance when null.</param>
    public Task JumpAsync(Actor actor, Guid instance, string activity, int? visit, string comment, CancellationToken ct) =>
        this.RunAsync(actor, instance, new JumpTo(actor.Person, activity, comment, visit), ct);

    public Task CancelAsync(Actor actor, Guid instance, string comment, CancellationToken ct) =>
        this.RunAsync(actor, instance, new CancelInstance(actor.Person, comment), ct);

    public Task SuspendAsync(Actor actor, Guid instance, string comment, CancellationToken ct) =>
        this.RunAsync(actor, instance, new SuspendInstance(actor.Person, comment), ct);

    public Task ResumeAsync(Actor actor, Guid instance, string? comment, CancellationToken ct) =>
        this.RunAsync(actor, instance, new ResumeInstance(actor.Person, comment), ct);

    /// <summary>Tries a step with an incident again.</summary>
    public Task RetryAsync(Actor actor, Guid instance, int visit, CancellationToken ct) =>
        this.RunAsync(actor, instance, new RetryIncident(actor.Person, visit), ct);

    /// <summary>Ends a wait now, as if its time had come or its event were raised.</summary>
    /// <exception cref="RefusalException">Invalid state: the wait is over.</exception>
    public Task FireAsync(Actor actor, Guid instance, int wait, CancellationToken ct) =>
        this.RunAsync(actor, instance, new FireWait(wait), ct);

    /// <summary>What would become of every instance under way that is on another version than the one in force. Changes nothing.</summary>
    /// <param name="choices">New activity id by old one.</param>
    public async Task<IReadOnlyList<InstanceMigration>> PlanMigrationAsync(Actor actor, string workflow, IReadOnlyDictionary<string, string> choices, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var (target, version) = await this.workflows.InForceAsync(workflow, ct);
        var rows = await this.work.ReadAsync(
            (db, token) => db.Instances.AsNoTracking()
                .Where(row => row.Workflow == workflow && row.EndedAt == null && row.WorkflowVersion != version)
                .OrderBy(row => row.StartedAt)
                .ToListAsync(token),
            ct);
        var plans = new List<InstanceMigration>(rows.Count);
        foreach (var row in rows)
        {
            var from = await this.workflows.GetAsync(row.Workflow, row.WorkflowVersion, ct);
            plans.Add(new InstanceMigration(row.Id, row.Form, row.Record, row.WorkflowVersion, version, MigrationPlan.For(from, target, StoredStates.Read(row.State), choices)));
        }

        return plans;
    }

    /// <summary>Moves one instance to the version in force. Nothing that was done is done again.</summary>
    /// <exception cref="RefusalException">Invalid state: a step needs a choice.</exception>
    public async Task MigrateAsync(Actor actor, Guid instance, IReadOnlyDictionary<string, string> choices, string? comment, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        await this.commands.RunAsync(
            actor,
            instance,
            async (row, _) =>
            {
                var (target, version) = await this.workflows.InForceAsync(row.Workflow, ct);
                var from = await this.workflows.GetAsync(row.Workflow, row.WorkflowVersion, ct);
                var plan = MigrationPlan.For(from, target, StoredStates.Read(row.State), choices);
                return plan.IsComplete
                    ? new MigrateInstance(actor.Person, version, plan.Moves, comment)
                    : throw new RefusalException(
                        RefusalReason.InvalidState,
                        "migration.choice",
                        $"Expected a choice for {string.Join(", ", plan.Steps.Where(step => step.To is null).Select(step => $"'{step.From}'"))}.");
            },
            ct);
    }

    private async Task RunAsync(Actor actor, Guid instance, WorkflowCommand command, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        await this.commands.RunAsync(actor, instance, (_, _) => ValueTask.FromResult(command), ct);
    }

    /// <exception cref="RefusalException">Forbidden.</exception>
    private async Task DemandAsync(Actor actor, CancellationToken ct)
    {
        var directory = await this.directories.GetAsync(ct);
        if (!(directory.Person(actor.Person) is { Active: true } person && directory.IsAdministrator(person)))
        {
            throw new RefusalException(RefusalReason.Forbidden, "instance.administrator", "Only an administrator can do this.");
        }
    }
}

/// <summary>What would become of one instance.</summary>
public sealed record InstanceMigration(Guid Instance, string Form, Guid Record, int From, int To, MigrationPlan Plan);

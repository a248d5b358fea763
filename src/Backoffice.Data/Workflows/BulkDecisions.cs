using Backoffice.Data.Definitions;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Conditions;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>
/// Decides several work items at once (A3): each by itself, so that one refusal does not stop the others. What a step wants
/// looked at one by one (<see cref="StepActions.BulkIf"/>) is told before. Thread-safe.
/// </summary>
public sealed class BulkDecisions
{
    /// <summary>As many are decided in one call.</summary>
    public const int Most = 200;

    private readonly WorkflowCommands commands;
    private readonly CompiledWorkflows workflows;
    private readonly InstanceRecords records;
    private readonly PublishedDefinitions definitions;
    private readonly ConditionEvaluator conditions;
    private readonly UnitOfWork work;

    internal BulkDecisions(
        WorkflowCommands commands, CompiledWorkflows workflows, InstanceRecords records, PublishedDefinitions definitions, ConditionEvaluator conditions, UnitOfWork work) =>
        (this.commands, this.workflows, this.records, this.definitions, this.conditions, this.work) = (commands, workflows, records, definitions, conditions, work);

    /// <summary>What keeps each item from being decided together with others; <see cref="BulkObstacle.None"/> when nothing does.</summary>
    public async Task<IReadOnlyDictionary<Guid, BulkObstacle>> CheckAsync(IReadOnlyCollection<Guid> workItems, CancellationToken ct)
    {
        var rows = await this.work.ReadAsync(
            (db, token) => (from item in db.WorkItems.AsNoTracking()
                            join instance in db.Instances.AsNoTracking() on item.Instance equals instance.Id
                            where workItems.Contains(item.Id)
                            select new { item, instance }).ToListAsync(token),
            ct);
        var obstacles = new Dictionary<Guid, BulkObstacle>();
        foreach (var row in rows)
        {
            obstacles[row.item.Id] = await this.ObstacleAsync(row.item, row.instance, ct);
        }

        return obstacles;
    }

    /// <summary>Approves or rejects each item.</summary>
    /// <exception cref="RefusalException">Invalid: too many, or another decision.</exception>
    public async Task<IReadOnlyList<BulkResult>> DecideAsync(Actor actor, IReadOnlyList<Guid> workItems, WorkItemDecision decision, string? comment, CancellationToken ct)
    {
        if (workItems.Count > Most || decision is not (WorkItemDecision.Approve or WorkItemDecision.Reject))
        {
            throw RefusalException.Invalid([new Problem("items", "bulk.kind", $"Expected at most {Most} items to approve or reject.")]);
        }

        var results = new List<BulkResult>(workItems.Count);
        foreach (var id in workItems)
        {
            results.Add(new BulkResult(id, await this.DecideAsync(actor, id, decision, comment, ct)));
        }

        return results;
    }

    /// <summary>Approves or rejects one of several items.</summary>
    /// <returns>Why it was refused; null when it is done.</returns>
    public async Task<RefusalException?> DecideAsync(Actor actor, Guid workItem, WorkItemDecision decision, string? comment, CancellationToken ct)
    {
        try
        {
            if ((await this.CheckAsync([workItem], ct)).GetValueOrDefault(workItem) is var obstacle && obstacle != BulkObstacle.None)
            {
                return new RefusalException(RefusalReason.InvalidState, "bulk." + char.ToLowerInvariant(obstacle.ToString()[0]) + obstacle.ToString()[1..], SentenceOf(obstacle));
            }

            await this.commands.DecideAsync(actor, workItem, new WorkItemAnswer(decision) { Comment = comment }, ct);
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal;
        }
    }

    private static string SentenceOf(BulkObstacle obstacle) => obstacle switch
    {
        BulkObstacle.OnItsOwn => "Expected an item that may be decided together with others, but its step wants it looked at by itself.",
        BulkObstacle.NeedsWords => "Expected an item that needs no words of its own, but its step asks for a comment or for fields.",
        _ => "Expected an item to approve or reject, but found another kind.",
    };

    private async Task<BulkObstacle> ObstacleAsync(WorkItemRow item, WorkflowInstanceRow instance, CancellationToken ct)
    {
        if (item.Kind != WorkItemKind.Approve)
        {
            return BulkObstacle.Kind;
        }

        var workflow = await this.workflows.GetAsync(instance.Workflow, instance.WorkflowVersion, ct);
        if (workflow.Find(item.Activity) is not ApprovalActivity step)
        {
            return BulkObstacle.Kind;
        }

        if (step.ActionsInForce.BulkIf is { } condition
            && (await this.records.LoadAsync(instance.Form, instance.Record, ct) is not { } record
                || !await this.conditions.HoldsAsync(condition, this.definitions.Current.Form(instance.Form), record, workflow.Definition.Files, instance.Initiator, ct)))
        {
            return BulkObstacle.OnItsOwn;
        }

        return step.ApproveNeedsComment ? BulkObstacle.NeedsWords : BulkObstacle.None;
    }
}

/// <summary>What keeps an item from being decided together with others.</summary>
public enum BulkObstacle
{
    None,

    /// <summary>Nothing to approve or reject: a task, a copy, a record that came back.</summary>
    Kind,

    /// <summary>The condition of its step does not hold for its record.</summary>
    OnItsOwn,

    /// <summary>Its step asks for a comment.</summary>
    NeedsWords,
}

/// <summary>What became of one of several items.</summary>
/// <param name="Refusal">Null when it is done.</param>
public sealed record BulkResult(Guid WorkItem, RefusalException? Refusal);

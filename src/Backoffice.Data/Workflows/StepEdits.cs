using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>
/// Lets the people of a step change the fields that the step opens to them, in a record that is locked for everybody else (A8).
/// </summary>
internal sealed class StepEdits(CompiledWorkflows workflows, TimeProvider time)
{
    /// <exception cref="RefusalException">Invalid state: in approval, and no step of the actor; or changes are blocked. Invalid: a field that the step does not open.</exception>
    internal async Task DemandAsync(BackofficeDb db, Actor actor, Guid instance, Record before, Record after, FormDefinition form, CancellationToken ct)
    {
        var steps = await this.StepsAsync(db, actor.Person, instance, ct);
        if (steps.Count == 0)
        {
            RecordGuards.DemandUnlocked(before, actor);
        }

        var (workflow, _) = steps[0];
        if (workflow.Changes == ChangePolicy.Block)
        {
            throw new RefusalException(RefusalReason.InvalidState, "record.changes-blocked", "What was submitted cannot be changed. Return it, so that it is submitted again.");
        }

        var forbidden = steps.Select(step => StepRights.Forbidden(form, step.Step, before, after).ToList()).MinBy(paths => paths.Count)!;
        if (forbidden.Count > 0)
        {
            throw RefusalException.Invalid([.. forbidden.Distinct(StringComparer.Ordinal).Select(path => new Problem(path, "field.not-at-this-step", "This cannot be changed at this step."))]);
        }
    }

    /// <summary>The steps of an instance at which a person, or somebody for whom the person acts, is asked now.</summary>
    private async Task<List<(WorkflowDefinition Workflow, PersonStepActivity Step)>> StepsAsync(BackofficeDb db, Guid person, Guid instance, CancellationToken ct)
    {
        var row = await db.Instances.AsNoTracking().FirstOrDefaultAsync(candidate => candidate.Id == instance, ct);
        if (row is null)
        {
            return [];
        }

        var workflow = await workflows.GetAsync(row.Workflow, row.WorkflowVersion, ct);
        var holders = DelegationStore.InForce(db.Delegations, time.GetUtcNow()).Where(delegation => delegation.Proxy == person).ForWorkflow(row.Workflow).Select(delegation => delegation.Holder);
        var activities = await db.WorkItems.AsNoTracking()
            .Where(item => item.Instance == instance && item.State == WorkItemState.Open && (item.Person == person || holders.Contains(item.Person)))
            .Select(item => item.Activity)
            .ToListAsync(ct);
        return [.. activities.Select(workflow.Find).OfType<PersonStepActivity>().Select(step => (workflow.Definition, step))];
    }
}

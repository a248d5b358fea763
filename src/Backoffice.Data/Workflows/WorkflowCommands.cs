using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Problems;
using Forms.Records;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>
/// What people do with workflows, the same for pages, API and command line. Each command plans without a lock and
/// commits in one transaction; if instance or record changed meanwhile, it plans again. Thread-safe.
/// docs/workflow-semantics.md says what each means.
/// </summary>
public sealed class WorkflowCommands
{
    private readonly RecordStore store;
    private readonly CompiledWorkflows workflows;
    private readonly InstanceCommands commands;
    private readonly InstanceRecords records;

    internal WorkflowCommands(RecordStore store, CompiledWorkflows workflows, InstanceCommands commands, InstanceRecords records) =>
        (this.store, this.workflows, this.commands, this.records) = (store, workflows, commands, records);

    /// <summary>Submits a saved record for approval.</summary>
    /// <param name="version">Of the record as the person saw it.</param>
    /// <param name="chosen">People chosen for steps that ask for it, by activity.</param>
    /// <returns>Id of the new instance.</returns>
    /// <exception cref="RefusalException">Conflict (changed meanwhile), invalid (rules of the form do not hold), invalid state, forbidden, not found.</exception>
    public async Task<Guid> SubmitAsync(
        Actor actor, string form, Guid record, long version, string? comment, CancellationToken ct, IReadOnlyDictionary<string, IReadOnlyList<Guid>>? chosen = null)
    {
        var plan = await this.commands.StartAsync(
            actor,
            async () =>
            {
                var current = await this.store.GetAsync(actor, form, record, ct);
                await this.CheckSubmitAsync(actor, current, version, ct);
                var (workflow, number) = await this.workflows.ForFormAsync(form, ct)
                    ?? throw new RefusalException(RefusalReason.InvalidState, "workflow.none", "Records of this form need no approval: no workflow is published for them.");
                return (current, workflow, number, new StartInstance(actor.Person) { Comment = Trimmed(comment), Chosen = chosen });
            },
            ct);
        return plan.InstanceId;
    }

    /// <summary>Decides a work item.</summary>
    /// <exception cref="RefusalException">Invalid state (decided already, comment missing), forbidden (not this person's), not found.</exception>
    public Task<DecisionResult> DecideAsync(Actor actor, Guid workItem, WorkItemDecision decision, ResumeMode resume, string? comment, CancellationToken ct) =>
        this.DecideAsync(actor, workItem, new WorkItemAnswer(decision) { Resume = resume, Comment = comment }, ct);

    /// <summary>Completes a work item: approve, reject, return, a task done, advice given.</summary>
    /// <exception cref="RefusalException">
    /// Invalid state (decided already), invalid (comment or a required field missing), conflict (the record was changed
    /// since the person saw it), forbidden (not this person's and no proxy), not found.
    /// </exception>
    public async Task<DecisionResult> DecideAsync(Actor actor, Guid workItem, WorkItemAnswer answer, CancellationToken ct)
    {
        var plan = await this.commands.RunOnItemAsync(
            actor,
            workItem,
            async (item, instance, record) =>
            {
                if (answer.Seen is { } seen && seen != record.Version)
                {
                    throw new RefusalException(RefusalReason.Conflict, "record.changed-since-seen", "The record was changed since you opened it. Look at what changed, and decide then.");
                }

                if (answer.Decision is WorkItemDecision.Approve or WorkItemDecision.Complete)
                {
                    await this.DemandRequiredAsync(instance.Workflow, instance.WorkflowVersion, item.Activity, record, ct);
                }

                return new CompleteWorkItem(item.Number, actor.Person, answer.Decision, Trimmed(answer.Comment), answer.Resume) { To = answer.ReturnTo, Button = answer.Button };
            },
            ct);
        return new DecisionResult(plan.InstanceId, plan.State.Status);
    }

    /// <summary>Sends a returned instance on its way again, with the record as it is now.</summary>
    /// <param name="workItem">The initiator's work item of kind <see cref="WorkItemKind.Revise"/>.</param>
    public async Task ResubmitAsync(Actor actor, Guid workItem, string? comment, CancellationToken ct)
    {
        await this.commands.RunOnItemAsync(
            actor,
            workItem,
            async (_, instance, record) =>
            {
                var problems = await this.store.CheckAsync(record, ct);
                if (problems.Count > 0)
                {
                    throw RefusalException.Invalid(problems);
                }

                var submitted = await this.records.SubmittedAsync(instance, ct);
                return new Resubmit(actor.Person, Trimmed(comment), Changed: submitted is null || this.store.Differ(submitted, record));
            },
            ct);
    }

    /// <summary>The initiator takes an instance back; the record can be edited again.</summary>
    public Task WithdrawAsync(Actor actor, Guid instance, string? comment, CancellationToken ct) =>
        this.RunAsync(actor, instance, new Withdraw(actor.Person, Trimmed(comment)), ct);

    /// <summary>Gives a work item to somebody else for good.</summary>
    public Task TransferAsync(Actor actor, Guid workItem, Guid to, string? comment, CancellationToken ct) =>
        this.OnItemAsync(actor, workItem, number => new TransferWorkItem(number, actor.Person, to, Trimmed(comment)), ct);

    /// <summary>Asks somebody else to advise or, where the step says so, to decide; the item comes back.</summary>
    public Task DelegateAsync(Actor actor, Guid workItem, Guid to, string? comment, CancellationToken ct) =>
        this.OnItemAsync(actor, workItem, number => new DelegateWorkItem(number, actor.Person, to, Trimmed(comment)), ct);

    /// <summary>Takes a delegated item back before the delegate has acted.</summary>
    public Task RecallAsync(Actor actor, Guid workItem, CancellationToken ct) =>
        this.OnItemAsync(actor, workItem, number => new RecallWorkItem(number, actor.Person), ct);

    /// <summary>Adds signers before, after or beside.</summary>
    public Task AddSignersAsync(Actor actor, Guid workItem, AddedPlace place, IReadOnlyList<Guid> people, string? comment, CancellationToken ct) =>
        this.OnItemAsync(actor, workItem, number => new AddSigners(number, actor.Person, place, people, Trimmed(comment)), ct);

    /// <summary>Removes a signer whom one has added.</summary>
    /// <param name="workItem">The item of the added signer.</param>
    public Task RemoveSignerAsync(Actor actor, Guid workItem, CancellationToken ct) =>
        this.OnItemAsync(actor, workItem, number => new RemoveSigner(number, actor.Person), ct);

    /// <summary>Takes one's own decision back while nobody has acted on it.</summary>
    public async Task TakeBackAsync(Actor actor, Guid workItem, CancellationToken ct)
    {
        await this.commands.RunOnItemAsync(
            actor,
            workItem,
            async (item, instance, record) => instance.HasResumedParent
                ? throw new RefusalException(RefusalReason.InvalidState, "decision.told-on", "Expected a decision that nobody has acted on, but the workflow that waited for this one has gone on.")
                : new TakeBackDecision(item.Number, actor.Person, await this.IsChangedSinceAsync(instance, item.SnapshotVersion, record, ct)),
            ct);
    }

    /// <summary>Says something without deciding; for whoever may see the record.</summary>
    /// <param name="mentions">Who is told.</param>
    public async Task CommentAsync(Actor actor, Guid instance, string text, IReadOnlyList<Guid> mentions, CancellationToken ct)
    {
        await this.DemandReadableAsync(actor, instance, ct);
        await this.RunAsync(actor, instance, new AddComment(actor.Person, text.Trim(), mentions), ct);
    }

    /// <summary>Sends copies to read; for whoever may see the record. Whoever gets one may see it as well.</summary>
    public async Task CopyAsync(Actor actor, Guid instance, IReadOnlyList<Guid> to, string? comment, CancellationToken ct)
    {
        await this.DemandReadableAsync(actor, instance, ct);
        await this.RunAsync(actor, instance, new SendCopy(actor.Person, to, Trimmed(comment)), ct);
    }

    /// <summary>Marks a copy as read.</summary>
    public Task MarkReadAsync(Actor actor, Guid workItem, CancellationToken ct) =>
        this.OnItemAsync(actor, workItem, number => new MarkRead(number, actor.Person), ct);

    /// <summary>The initiator asks those who hold open items to act.</summary>
    public Task UrgeAsync(Actor actor, Guid instance, CancellationToken ct) => this.RunAsync(actor, instance, new Urge(actor.Person), ct);

    private static string? Trimmed(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();

    private Task RunAsync(Actor actor, Guid instance, WorkflowCommand command, CancellationToken ct) =>
        this.commands.RunAsync(actor, instance, (_, _) => ValueTask.FromResult(command), ct);

    private Task OnItemAsync(Actor actor, Guid workItem, Func<int, WorkflowCommand> command, CancellationToken ct) =>
        this.commands.RunOnItemAsync(actor, workItem, (item, _, _) => ValueTask.FromResult(command(item.Number)), ct);

    private async Task DemandReadableAsync(Actor actor, Guid instance, CancellationToken ct)
    {
        var row = await this.commands.FindAsync(instance, ct);
        await this.store.GetAsync(actor, row.Form, row.Record, ct);
    }

    /// <summary>The fields that the step requires are filled in.</summary>
    private async Task DemandRequiredAsync(string workflow, int version, string activity, Record record, CancellationToken ct)
    {
        if ((await this.workflows.GetAsync(workflow, version, ct)).Find(activity) is PersonStepActivity { Fields: { } rights })
        {
            var problems = StepRights.Missing(this.store.Form(record.Form), record, rights).ToList();
            if (problems.Count > 0)
            {
                throw RefusalException.Invalid(problems);
            }
        }
    }

    /// <summary>The instance itself changes the record as it goes; what counts is whether anybody else did.</summary>
    private async ValueTask<bool> IsChangedSinceAsync(Instances.WorkflowInstanceRow instance, long? seen, Record record, CancellationToken ct) =>
        seen is { } version && await this.records.FrozenAsync(record.Id, version, ct) is { } then && this.store.Differ(then, record, this.workflows.StatusFieldOf(instance.Workflow));

    private async Task CheckSubmitAsync(Actor actor, Record current, long version, CancellationToken ct)
    {
        if (!(await this.store.RightsAsync(actor, current.Form, current, ct)).Contains(RecordRight.Edit))
        {
            throw new RefusalException(RefusalReason.Forbidden, "record.edit", "Submitting needs the right to edit this record.");
        }

        if (current.Version != version)
        {
            throw new RefusalException(RefusalReason.Conflict, "record.changed", $"The record is at version {current.Version}, you saw version {version}. Look at the changes and submit again.");
        }

        if (current.LockedBy is not null)
        {
            throw new RefusalException(RefusalReason.InvalidState, "record.in-approval", "Expected a record that is not in approval, but found that it was submitted already.");
        }

        var problems = await this.store.CheckAsync(current, ct);
        if (problems.Count > 0)
        {
            throw RefusalException.Invalid(problems);
        }
    }
}

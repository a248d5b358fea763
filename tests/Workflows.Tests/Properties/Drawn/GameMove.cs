using Workflows.Activities.FillIn;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>One random act on an instance: mostly sensible, often not. Any of the commands.</summary>
/// <param name="What">Out of a hundred: which command, the everyday ones more often.</param>
/// <param name="Pick">Which of the things that could be meant.</param>
/// <param name="IsBlind">Numbers and people are taken as they come.</param>
/// <param name="World">Seeds the answers, so that conditions, signers and failures differ from act to act.</param>
/// <param name="Hours">How much later than the act before.</param>
internal sealed record GameMove(int What, int Pick, int Person, int Other, bool IsBlind, bool Flag, bool HasComment, int World, int Hours)
{
    private string? Comment => HasComment ? "words" : null;

    private Guid Someone => Drawn.World.Everybody[Person];

    private Guid SomeoneElse => Drawn.World.Everybody[Other];

    /// <summary>The command, for an instance that stands so.</summary>
    /// <param name="last">The item decided last; 0 before any.</param>
    public WorkflowCommand On(CompiledWorkflow workflow, InstanceState? state, int last)
    {
        if (state is null)
        {
            return IsBlind ? new Withdraw(Someone, Comment) : new StartInstance(People.Lin);
        }

        return (What, state.Status) switch
        {
            ( < 35, InstanceStatus.Returned) => new Resubmit(Revision(state), Comment, Flag),
            ( < 35, InstanceStatus.Suspended) => new ResumeInstance(People.Admin, Comment),
            ( < 40, _) => Go(workflow, state, last),
            ( < 43, _) => Complete(workflow, state, WorkItemDecision.Reject),
            ( < 53, _) => Complete(workflow, state, WorkItemDecision.Return),
            ( < 56, _) => new TransferWorkItem(Open(state).Number, Holder(Open(state)), SomeoneElse, Comment),
            ( < 59, _) => new DelegateWorkItem(Open(state).Number, Holder(Open(state)), SomeoneElse, Comment),
            (59 or 60, _) => Recall(state),
            ( < 67, _) => new AddSigners(Open(state).Number, Holder(Open(state)), (AddedPlace)(Pick % 3), Flag ? [SomeoneElse] : [SomeoneElse, Someone], Comment),
            ( < 69, _) => Remove(state),
            ( < 77, _) => TakeBack(state, last),
            (77, _) => new AddComment(Someone, Comment ?? "", [SomeoneElse]),
            (78, _) => new SendCopy(Someone, [SomeoneElse], Comment),
            (79, _) => Of(state, item => item.Kind == WorkItemKind.Read) is var item ? new MarkRead(item.Number, Holder(item)) : null!,
            (80, _) => new Urge(IsBlind ? Someone : state.Initiator),
            (81 or 82, _) => Of(state, item => item.State is WorkItemState.Open or WorkItemState.Held) is var item
                ? new ReassignWorkItem(item.Number, People.Admin, SomeoneElse, Comment ?? "")
                : null!,
            (83 or 84, _) => new JumpTo(People.Admin, Any(workflow.Activities)?.Id ?? "", Comment ?? "", Flag ? Any([.. state.Tokens])?.Number : null),
            (85 or 86, _) => new SuspendInstance(People.Admin, Comment ?? ""),
            (87 or 88, _) => new RetryIncident(People.Admin, IsBlind ? Pick : Any([.. state.Incidents])?.Number ?? 0),
            (89 or 90, _) => Migrate(workflow, state),
            (91, _) when Pick % 5 == 0 => new CancelInstance(People.Admin, Comment ?? ""),
            (92, _) when Pick % 5 == 0 => new Withdraw(state.Initiator, Comment),
            (93, _) => new StartInstance(People.Lin),
            _ => Fire(state) ?? Go(workflow, state, last),
        };
    }

    private WorkflowCommand Recall(InstanceState state)
    {
        var item = Of(state, item => item.HeldFor == HeldFor.Delegate);
        return new RecallWorkItem(item.Number, Holder(item));
    }

    private WorkflowCommand Remove(InstanceState state)
    {
        var item = Of(state, item => item is { Added: not null, State: WorkItemState.Open or WorkItemState.Held });
        return new RemoveSigner(item.Number, IsBlind ? Someone : state.FindWorkItem(item.Origin ?? 0)?.Person ?? Someone);
    }

    private WorkflowCommand TakeBack(InstanceState state, int last)
    {
        var item = (Pick % 3 != 0 ? state.FindWorkItem(last) : null)
            ?? Of(state, item => item.State is WorkItemState.Approved or WorkItemState.Rejected or WorkItemState.Returned or WorkItemState.Done);
        return new TakeBackDecision(item.Number, IsBlind ? Someone : item.ActedBy ?? item.Person, Flag && Pick % 7 == 0);
    }

    private WorkflowCommand Migrate(CompiledWorkflow workflow, InstanceState state)
    {
        var steps = state.Tokens.Select(visit => visit.ActivityId)
            .Concat(state.Returns.Where(one => one is { EndedBy: 0, Resume: ResumeMode.StraightBack }).Select(one => one.ActivityId))
            .Distinct(StringComparer.Ordinal);
        return new MigrateInstance(People.Admin, 2, steps.ToDictionary(id => id, id => IsBlind ? Any(workflow.Activities)!.Id : id, StringComparer.Ordinal), Comment);
    }

    /// <summary>Whatever goes on: somebody approves, a wait is over, an incident is tried again.</summary>
    private WorkflowCommand Go(CompiledWorkflow workflow, InstanceState state, int last) =>
        state.OpenWorkItems.Any(item => item.Kind != WorkItemKind.Read) && What % 6 != 0 ? Complete(workflow, state, WorkItemDecision.Approve)
        : Fire(state) is { } fire && What % 5 != 0 ? fire
        : Any([.. state.Incidents]) is { } incident ? new RetryIncident(People.Admin, incident.Number)
        : TakeBack(state, last);

    private WorkflowCommand? Fire(InstanceState state) => Any(state.Waits) is not { } wait ? null : wait.Kind switch
    {
        _ when IsBlind => new FireWait(Pick, Flag ? "done" : null),
        WaitFor.Child => new FireWait(wait.Number, Flag ? Outcomes.Approved : Outcomes.Rejected),
        WaitFor.Call when !Flag => new FireWait(wait.Number, Outcomes.Failed, null, "503"),
        WaitFor.Call => new FireWait(wait.Number, Outcomes.Done, new Dictionary<string, System.Text.Json.JsonElement> { ["score"] = System.Text.Json.JsonSerializer.SerializeToElement(7) }),
        _ => new FireWait(wait.Number),
    };

    private CompleteWorkItem Complete(CompiledWorkflow workflow, InstanceState state, WorkItemDecision decision)
    {
        var item = Open(state);
        if (item.Kind == WorkItemKind.FillIn && decision != WorkItemDecision.Return)
        {
            decision = WorkItemDecision.Complete;
        }

        var targets = item.Visit == 0 ? [] : ReturnTargets.Of(workflow, state, item.Visit);
        return new CompleteWorkItem(item.Number, Holder(item), decision, decision == WorkItemDecision.Approve ? Comment : HasComment || !IsBlind ? "words" : null, Flag ? ResumeMode.StraightBack : ResumeMode.InOrder)
        {
            To = IsBlind ? Any(workflow.Activities)?.Id : Any(targets),
            Button = Any((workflow.Find(item.ActivityId) as FillInActivity)?.Buttons ?? [])?.Name,
        };
    }

    private Guid Revision(InstanceState state) => IsBlind ? Someone : state.OpenWorkItems.FirstOrDefault(item => item.Kind == WorkItemKind.Revise)?.Person ?? Someone;

    private WorkItem Open(InstanceState state) => Of(state, item => item.State == WorkItemState.Open && item.Kind is not (WorkItemKind.Read or WorkItemKind.Revise));

    private WorkItem Of(InstanceState state, Func<WorkItem, bool> of) =>
        Any(IsBlind ? state.WorkItems : [.. state.WorkItems.Where(of)])
        ?? new WorkItem(Pick, WorkItemKind.Approve, "", 0, Someone, "", 1, 0, default);

    /// <summary>The holder, or now and then somebody who may be a proxy.</summary>
    private Guid Holder(WorkItem item) => IsBlind || Pick % 9 == 0 ? Someone : item.Person;

    private T? Any<T>(IReadOnlyList<T> things) => things.Count == 0 ? default : things[Pick % things.Count];
}

using Workflows.Activities.Approval;
using Workflows.Activities.Join;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.Tests.Properties.Drawn;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Properties;

/// <summary>
/// Every operation, after it every other, at every kind of place: all invariants hold after each command, and whoever
/// goes on sensibly from there reaches an end.
/// </summary>
public class OperationPairsTests
{
    private const int MostCommands = 80;

    private static readonly string[] Places = ["all", "any", "sequence", "vote", "fork all", "fork any", "nested fork", "loop", "task", "beside a sub-workflow"];

    private static readonly Dictionary<string, WorkflowDefinition> Drawings = Places.ToDictionary(place => place, place => Place(place, "a"));

    private static readonly Dictionary<string, Func<Acting, WorkflowCommand?>> Operations = new()
    {
        ["approve"] = on => on.Decide(WorkItemDecision.Approve),
        ["approve by proxy"] = on => on.Decide(WorkItemDecision.Approve, proxy: Admin),
        ["reject"] = on => on.Decide(WorkItemDecision.Reject),
        ["return to initiator in order"] = on => on.Return(null, ResumeMode.InOrder),
        ["return to initiator straight"] = on => on.Return(null, ResumeMode.StraightBack),
        ["return to step in order"] = on => on.Return("x", ResumeMode.InOrder),
        ["return to step straight"] = on => on.Return("x", ResumeMode.StraightBack),
        ["transfer"] = on => on.Open is { } item ? new TransferWorkItem(item.Number, item.Person, Wu, null) : null,
        ["delegate"] = on => on.Open is { } item ? new DelegateWorkItem(item.Number, item.Person, on.Free, null) : null,
        ["recall"] = on => on.First(item => item.HeldFor == HeldFor.Delegate) is { } item ? new RecallWorkItem(item.Number, item.Person) : null,
        ["add before"] = on => on.Add(AddedPlace.Before),
        ["add after"] = on => on.Add(AddedPlace.After),
        ["add beside"] = on => on.Add(AddedPlace.Beside),
        ["remove"] = on => on.First(item => item is { Added: not null, State: WorkItemState.Open or WorkItemState.Held }) is { } item
            ? new RemoveSigner(item.Number, on.State.FindWorkItem(item.Origin!.Value)!.Person)
            : null,
        ["take back"] = on => on.State.FindWorkItem(on.Play.LastDecided) is { } item ? new TakeBackDecision(item.Number, item.ActedBy ?? item.Person) : null,
        ["deadline"] = on => on.State.Waits.FirstOrDefault(wait => wait.Kind == WaitFor.Deadline) is { } wait ? new FireWait(wait.Number) : null,
        ["wait is over"] = on => on.State.Waits.FirstOrDefault(wait => wait.Kind != WaitFor.Deadline) is { } wait ? new FireWait(wait.Number, Outcomes.Approved) : null,
        ["withdraw"] = _ => new Withdraw(Lin, null),
        ["resubmit"] = _ => new Resubmit(Lin, null),
        ["urge"] = _ => new Urge(Lin),
        ["copy"] = _ => new SendCopy(Lin, [Wu], null),
        ["comment"] = _ => new AddComment(Lin, "words", [Gao]),
        ["reassign"] = on => on.First(item => item.State is WorkItemState.Open or WorkItemState.Held) is { } item ? new ReassignWorkItem(item.Number, Admin, on.Free, "has left") : null,
        ["jump"] = _ => new JumpTo(Admin, "z", "stuck"),
        ["move one"] = on => on.Open is { } item ? new JumpTo(Admin, item.ActivityId, "stuck", item.Visit) : null,
        ["suspend"] = _ => new SuspendInstance(Admin, "looked into"),
        ["resume"] = _ => new ResumeInstance(Admin, null),
        ["migrate"] = on => new MigrateInstance(Admin, 2, on.Waiting.ToDictionary(id => id), null),
        ["cancel"] = _ => new CancelInstance(Admin, "a mistake"),
    };

    public static TheoryData<string, string> Firsts()
    {
        var data = new TheoryData<string, string>();
        foreach (var place in Places)
        {
            foreach (var operation in Operations.Keys)
            {
                data.Add(place, operation);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Firsts))]
    public void Every_pair_keeps_the_invariants_and_leads_to_an_end(string place, string first)
    {
        foreach (var second in Operations.Keys)
        {
            var play = new GamePlay(Drawings[place]);
            try
            {
                Do(play, new StartInstance(Lin));
                Do(play, on => on.Decide(WorkItemDecision.Approve));
                Do(play, Operations[first]);
                Do(play, Operations[second]);
                for (var count = 0; !play.State!.IsOver; count++)
                {
                    Assert.True(count < MostCommands, "Expected an end, but found none.");
                    play.Do(GoOn(new Acting(play))!, CalmWorld.Instance, 1, twice: false);
                    Invariants.CheckState(play, play.Result as Accepted ?? throw new InvariantException($"Expected what is sensible to be accepted, but found {play.Result}."));
                }

                Invariants.CheckWhole(play);
            }
            catch (Exception cause)
            {
                throw new InvariantException($"{place}: {first}, {second}: {cause.Message}{Environment.NewLine}{play.Story}{play.Command}", cause);
            }
        }
    }

    [Fact]
    public void Every_operation_is_possible_somewhere()
    {
        var accepted = new HashSet<string>();
        foreach (var first in Operations.Keys)
        {
            foreach (var second in Operations.Keys)
            {
                var play = new GamePlay(Drawings["beside a sub-workflow"]);
                Do(play, new StartInstance(Lin));
                Do(play, on => on.Decide(WorkItemDecision.Approve));
                Do(play, Operations[first]);
                if (Operations[second](new Acting(play)) is { } command)
                {
                    Do(play, command);
                    _ = play.Result is Accepted && accepted.Add(second);
                }
            }
        }

        Assert.Equal(Operations.Keys.Order(), accepted.Order());
    }

    private static WorkflowCommand? GoOn(Acting on) => on.State.Status switch
    {
        InstanceStatus.Suspended => new ResumeInstance(Admin, null),
        InstanceStatus.Returned => new Resubmit(on.First(item => item is { Kind: WorkItemKind.Revise, State: WorkItemState.Open })!.Person, null),
        _ => on.Decide(WorkItemDecision.Approve) as WorkflowCommand ?? new FireWait(on.State.Waits[0].Number, Outcomes.Approved),
    };

    private static void Do(GamePlay play, Func<Acting, WorkflowCommand?> command)
    {
        if (command(new Acting(play)) is { } given)
        {
            Do(play, given);
        }
    }

    private static void Do(GamePlay play, WorkflowCommand command)
    {
        var written = play.State is null ? "" : InstanceStateSerializer.Write(play.State);
        play.Do(command, CalmWorld.Instance, 1);
        Invariants.Check(play, written);
    }

    /// <summary>x, the place with the step a in it, z.</summary>
    private static WorkflowDefinition Place(string place, string id)
    {
        var deadline = Draw.Deadline("4h", Draw.Tier(TierAct.Remind, TierMoment.Before, "2h"), Draw.Tier(TierAct.Reassign), Draw.Tier(TierAct.Approve, TierMoment.Late, "4h"));
        var step = new PersonStep(Draw.Approval(id) with { Deadline = deadline, Actions = new StepActions { Delegate = DelegateRule.Decides } }, false);
        Block Mode(SignMode mode) => step with { Step = (ApprovalActivity)step.Step with { Mode = mode } };
        var other = new PersonStep(Draw.Approval("o"), false);
        Block block = place switch
        {
            "any" => Mode(SignMode.Any),
            "sequence" => Mode(SignMode.Sequence),
            "vote" => Mode(SignMode.Vote),
            "fork all" => new Branching([new(step, null, false), new(other, null, false)], JoinMode.All, 0),
            "fork any" => new Branching([new(step, null, false), new(new Row(other, other), null, false)], JoinMode.Any, 0),
            "nested fork" => new Branching([new(new Branching([new(step, null, false), new(other, null, false)], JoinMode.All, 0), null, false), new(other, null, false)], JoinMode.All, 0),
            "loop" => new Loop(step, other),
            "task" => new PersonStep(Draw.FillIn(id) with { Everybody = true, Deadline = deadline }, false),
            "beside a sub-workflow" => new Branching([new(step, null, false), new(new Other(Draw.SubWorkflow("s"), true), null, false)], JoinMode.All, 0),
            _ => step,
        };
        return BlockDrawing.Of(new Row(new PersonStep(Draw.Approval("x"), false), block, new PersonStep(Draw.Approval("z"), false)), keepsIds: true);
    }

    /// <summary>What somebody can act on now.</summary>
    private sealed record Acting(GamePlay Play)
    {
        public InstanceState State => Play.State!;

        public WorkItem? Open => First(item => item.State == WorkItemState.Open && item.Kind is not (WorkItemKind.Read or WorkItemKind.Revise));

        /// <summary>Somebody who has no pending item.</summary>
        public Guid Free => World.Everybody.Append(Left).First(person => !State.WorkItems.Any(item => item.Person == person && item.State is (WorkItemState.Open or WorkItemState.Held)) && person != Gao && person != Zhang && person != Chen);

        public IEnumerable<string> Waiting => State.Tokens.Select(visit => visit.ActivityId)
            .Concat(State.Returns.Where(one => one is { EndedBy: 0, Resume: ResumeMode.StraightBack }).Select(one => one.ActivityId)).Distinct();

        public WorkItem? First(Func<WorkItem, bool> of) => State.WorkItems.FirstOrDefault(of);

        public CompleteWorkItem? Decide(WorkItemDecision decision, Guid? proxy = null) => Open is not { } item
            ? null
            : new CompleteWorkItem(item.Number, proxy ?? item.Person, item.Kind == WorkItemKind.FillIn && decision == WorkItemDecision.Approve ? WorkItemDecision.Complete : decision, "words");

        public CompleteWorkItem? Return(string? to, ResumeMode resume) =>
            Open is { } item ? new CompleteWorkItem(item.Number, item.Person, WorkItemDecision.Return, "words", resume) { To = to } : null;

        public AddSigners? Add(AddedPlace place) => Open is { } item ? new AddSigners(item.Number, item.Person, place, [Free], null) : null;
    }
}

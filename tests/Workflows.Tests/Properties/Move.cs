using FsCheck;
using FsCheck.Fluent;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;

namespace Workflows.Tests.Properties;

/// <summary>One random act on an instance: mostly sensible, often not.</summary>
/// <param name="Item">Which work item: an index into the open ones, or a raw number when <paramref name="IsBlind"/>.</param>
/// <param name="Person">Who acts when <paramref name="IsBlind"/>; otherwise the person of the item.</param>
/// <param name="World">Seeds the answers, so that conditions and signers differ from act to act.</param>
internal sealed record Move(int What, int Item, int Person, bool IsBlind, bool IsStraightBack, bool HasComment, int World)
{
    private static readonly Guid[] Everybody = [People.Lin, People.Gao, People.Zhang, People.Chen, People.Wu, People.Sun, People.Admin];

    public static Arbitrary<Move[]> Games { get; } = Arb.From(
        from length in Gen.Choose(0, 25)
        from moves in Gen.ArrayOf(One(), length)
        select moves,
        moves => moves.Select((_, skipped) => moves.Where((_, index) => index != skipped).ToArray()));

    public WorkflowCommand On(InstanceState? state)
    {
        var comment = HasComment ? "words" : null;
        var initiator = IsBlind ? Everybody[Person] : state?.Initiator ?? People.Lin;
        return What switch
        {
            _ when state is null && !IsBlind => new StartInstance(People.Lin),
            < 4 => new StartInstance(initiator),
            4 => new Withdraw(initiator, comment),
            < 9 => new Resubmit(initiator, comment),
            < 16 => Complete(state, WorkItemDecision.Approve, comment),
            < 18 => Complete(state, WorkItemDecision.Reject, comment),
            _ => Complete(state, WorkItemDecision.Return, comment),
        };
    }

    /// <summary>Sets who is found and what holds for this act.</summary>
    public void Shape(Play play)
    {
        var random = new Random(World);
        foreach (var activity in play.Workflow.Activities)
        {
            play.Holds[activity.Id] = random.Next(2) == 0;
            play.Finds[activity.Id] = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Everybody[random.Next(Everybody.Length)])];
        }

        play.Manager = random.Next(3) == 0 ? null : Everybody[random.Next(Everybody.Length)];
        play.Administrator = random.Next(4) == 0 ? null : People.Admin;
    }

    private static Gen<Move> One() =>
        from what in Gen.Choose(0, 20)
        from item in Gen.Choose(-1, 12)
        from person in Gen.Choose(0, Everybody.Length - 1)
        from blind in Gen.Choose(0, 4)
        from straight in Gen.Choose(0, 1)
        from comment in Gen.Choose(0, 5)
        from world in Gen.Choose(0, 100_000)
        select new Move(what, item, person, blind == 0, straight == 1, comment != 0, world);

    private CompleteWorkItem Complete(InstanceState? state, WorkItemDecision decision, string? comment)
    {
        var resume = IsStraightBack ? ResumeMode.StraightBack : ResumeMode.InOrder;
        var open = state?.OpenWorkItems.ToList() ?? [];
        if (IsBlind || open.Count == 0)
        {
            return new CompleteWorkItem(Item, Everybody[Person], decision, comment, resume);
        }

        var item = open[Math.Abs(Item) % open.Count];
        return new CompleteWorkItem(item.Number, item.Person, decision, comment, resume);
    }
}

using System.Text.Json;
using Workflows.Activities.Approval;
using Workflows.Activities.CreateRecord;
using Workflows.Activities.End;
using Workflows.Activities.FillIn;
using Workflows.Activities.Join;
using Workflows.Activities.Mail;
using Workflows.Definitions;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>Draws random blocks: every kind of step, every mode and policy, forks in forks, loops, ends inside branches.</summary>
internal sealed class BlockFactory(Random random)
{
    private static readonly Block Nothing = new Row();

    /// <param name="budget">About how many steps.</param>
    public Block Make(int budget) => Row(budget, 0);

    private Row Row(int budget, int depth)
    {
        var blocks = new List<Block>();
        while (budget > 0)
        {
            var part = random.Next(1, budget + 1);
            blocks.Add(One(part, depth));
            budget -= part;
        }

        return new Row([.. blocks]);
    }

    private Block One(int budget, int depth) => random.Next(10) switch
    {
        _ when budget == 1 || depth > 3 => random.Next(3) == 0 ? Other() : Person(),
        < 2 => Choice(budget - 1, depth),
        < 7 => Branching(budget - 1, depth),
        < 9 => new Loop(Row(budget - 1, depth + 1), Until()),
        _ => Row(budget, depth + 1),
    };

    private Choice Choice(int budget, int depth)
    {
        var sides = Enumerable.Range(0, random.Next(2, 4)).Select(_ => new Side(Part(budget, depth), random.Next(6) == 0 ? Result() : null, false)).ToArray();
        return new Choice(sides[1..], sides[0] with { Ends = null });
    }

    private Branching Branching(int budget, int depth)
    {
        var sides = Enumerable.Range(0, random.Next(2, 4)).Select(_ => new Side(Part(budget, depth), random.Next(6) == 0 ? Result() : null, random.Next(3) == 0)).ToArray();
        sides[0] = sides[0] with { Ends = null };
        return new Branching(sides, Any<JoinMode>(), random.Next(1, 4));
    }

    private Block Part(int budget, int depth) => random.Next(6) == 0 ? Nothing : Row(Math.Max(1, budget / 2), depth + 1);

    private EndResult Result() => random.Next(3) == 0 ? EndResult.Rejected : EndResult.Approved;

    private PersonStep Until() => random.Next(4) == 0
        ? new PersonStep(Draw.FillIn("f", "ok", "back") with { Everybody = random.Next(2) == 0, Actions = Actions() }, false)
        : new PersonStep(Approval(), false);

    private PersonStep Person() => random.Next(4) == 0 ? new PersonStep(FillIn(), false) : new PersonStep(Approval(), random.Next(3) == 0);

    private ApprovalActivity Approval()
    {
        var mode = Any<SignMode>();
        var nobody = random.Next(2) == 0 ? NoSignerPolicy.Administrator : Any<NoSignerPolicy>();
        return Draw.Approval("a", mode) with
        {
            Share = mode == SignMode.Vote && random.Next(2) == 0 ? random.Next(1, 11) / 10m : null,
            IfNoSigner = nobody,
            StandIn = nobody == NoSignerPolicy.Person ? "admin" : null,
            IfInitiator = Any<InitiatorPolicy>(),
            IfRepeated = Any<RepeatPolicy>(),
            ApproveNeedsComment = random.Next(8) == 0,
            Actions = Actions(),
            Deadline = Deadline(true),
        };
    }

    private FillInActivity FillIn() => Draw.FillIn("f", random.Next(3) == 0 ? ["yes", "no"] : []) with
    {
        Everybody = random.Next(2) == 0,
        IfNoSigner = random.Next(3) == 0 ? NoSignerPolicy.Approve : NoSignerPolicy.Administrator,
        Actions = Actions(),
        Deadline = Deadline(false),
    };

    private StepActions? Actions() => random.Next(3) != 0
        ? null
        : new StepActions
        {
            Reject = Any<CommentedAct>(),
            Return = Any<CommentedAct>(),
            ReturnTo = random.Next(2) == 0 ? null : [.. Enum.GetValues<ReturnTarget>().Where(_ => random.Next(2) == 0)],
            Resume = Any<ResumeRule>(),
            IfChanged = Any<ChangedRule>(),
            Transfer = Any<TransferRule>(),
            Delegate = Any<DelegateRule>(),
            AddSigners = random.Next(2) == 0 ? null : [.. Enum.GetValues<AddedPlace>().Where(_ => random.Next(2) == 0)],
            DecisionsStand = random.Next(4) == 0,
        };

    private DeadlineSettings? Deadline(bool mayReject) => random.Next(3) != 0
        ? null
        : new DeadlineSettings
        {
            After = "8h",
            RunsWhileHeld = random.Next(2) == 0,
            Tiers =
            [
                .. Enumerable.Range(0, random.Next(4)).Select(_ => Tier(mayReject)),
            ],
        };

    private DeadlineTier Tier(bool mayReject)
    {
        var (when, act) = (Any<TierMoment>(), Any<TierAct>());
        return new DeadlineTier
        {
            When = when,
            By = when == TierMoment.Late && random.Next(3) == 0 ? null : $"{random.Next(1, 6)}h",
            Act = act == TierAct.Reject && !mayReject ? TierAct.Approve : act,
        };
    }

    private Other Other() => new(
        random.Next(11) switch
        {
            0 => Draw.Notify("n"),
            1 => Draw.Notify("n") with { Copy = true },
            2 => Draw.SetField("s", "region", "east"),
            3 => Draw.Compute("c"),
            4 => Draw.WaitForEvent("w"),
            5 => Draw.WaitForEvent("w", "5h"),
            6 => Draw.WaitFor("w", "5h"),
            7 => Draw.Call("h"),
            8 => Draw.SubWorkflow("w") with { GoesOn = random.Next(3) == 0 },
            9 => new MailActivity { Id = "m", Label = "Mail", To = Draw.AnyRule, Subject = "s", Text = "t" },
            _ => new CreateRecordActivity { Id = "r", Label = "Create", Form = "order", Values = new Dictionary<string, JsonElement> { ["a"] = JsonSerializer.SerializeToElement(1) } },
        },
        random.Next(2) == 0);

    private TEnum Any<TEnum>()
        where TEnum : struct, Enum
    {
        var values = Enum.GetValues<TEnum>();
        return values[random.Next(values.Length)];
    }
}

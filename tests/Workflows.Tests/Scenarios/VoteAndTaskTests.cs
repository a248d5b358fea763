using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

/// <summary>Votes, fill-in tasks, and earlier approvals that count.</summary>
public class VoteAndTaskTests
{
    private static Play Vote(decimal? share = null) =>
        new Play(Draw.Row(Draw.Approval("a", SignMode.Vote) with { Share = share })).With("a", Gao, Zhang, Chen, Wu);

    [Fact]
    public void More_than_half_of_the_weights_approve()
    {
        var play = Vote().Start();
        play.Approve(Gao);
        play.Approve(Zhang);
        Assert.Equal(InstanceStatus.Running, play.State!.Status);

        play.Approve(Chen);

        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    [Fact]
    public void It_is_rejected_as_soon_as_the_share_cannot_be_reached()
    {
        var play = Vote().Start();
        play.Reject(Gao);
        Assert.Equal(InstanceStatus.Running, play.State!.Status);

        play.Reject(Zhang);

        Assert.Equal(InstanceStatus.Rejected, play.State.Status);
    }

    [Fact]
    public void A_share_is_reached_exactly()
    {
        var play = Vote(0.5m).Start();
        play.Approve(Gao);

        play.Approve(Zhang);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void Weights_count_instead_of_heads()
    {
        var play = Vote();
        play.Weights[Gao] = 4;
        play.Start();

        play.Approve(Gao);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Theory]
    [InlineData(SignMode.All, new[] { "zhang" })]
    [InlineData(SignMode.Any, new string[0])]
    [InlineData(SignMode.Sequence, new[] { "zhang" })]
    [InlineData(SignMode.Vote, new[] { "zhang" })]
    public void An_earlier_approval_that_counts_satisfies_the_place(SignMode mode, string[] asked)
    {
        var play = new Play(Draw.Row(Draw.Approval("z"), Draw.Approval("a", mode) with { IfRepeated = RepeatPolicy.SkipConsecutive })).With("z", Gao).With("a", Gao, Zhang).Start();

        play.Approve(Gao);

        Assert.Equal(asked.Length, play.Waiting.Count);
        Assert.All(play.Waiting, person => Assert.Equal(Zhang, person));
    }

    [Fact]
    public void Only_the_step_right_before_counts_where_the_policy_says_so()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.Approval("b"), Draw.Approval("c") with { IfRepeated = RepeatPolicy.SkipConsecutive }))
            .With("a", Gao).With("b", Zhang).With("c", Gao).Start();
        play.Approve(Gao);

        play.Approve(Zhang);

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void A_task_is_done_by_one_of_those_asked_with_the_outcome_of_its_button()
    {
        var play = Task(false).Start();
        Assert.Equal("fill-in.button", play.Refuse(new CompleteWorkItem(1, Gao, WorkItemDecision.Complete, null)).Code);
        Assert.Equal("fill-in.button", play.Refuse(new CompleteWorkItem(1, Gao, WorkItemDecision.Complete, null) { Button = "other" }).Code);

        play.Complete(Gao, "again");

        Assert.Equal([Sun], play.Waiting);
        Assert.Equal(WorkItemCloseReason.DoneByAnother, play.State!.FindWorkItem(2)!.CloseReason);
    }

    [Fact]
    public void Where_everybody_has_to_the_button_of_the_last_decides()
    {
        var play = Task(true).Start();
        play.Complete(Gao, "again");
        Assert.Equal([Zhang], play.Waiting);

        play.Complete(Zhang, "ok");

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void A_task_is_neither_approved_nor_rejected_but_returned()
    {
        var play = Task(false).Start();
        Assert.Equal("work-item.wrong-kind", play.Refuse(new CompleteWorkItem(1, Gao, WorkItemDecision.Approve, null)).Code);
        Assert.Equal("work-item.wrong-kind", play.Refuse(new CompleteWorkItem(1, Gao, WorkItemDecision.Reject, "no")).Code);

        play.Return(Gao);

        Assert.Equal(InstanceStatus.Returned, play.State!.Status);
    }

    [Fact]
    public void A_task_whose_rules_find_nobody_counts_as_done_where_the_policy_says_so()
    {
        var play = new Play(Draw.Row(Draw.FillIn("f") with { IfNoSigner = NoSignerPolicy.Approve })).Start();

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void The_initiator_chooses_signers_for_the_steps_that_let_them()
    {
        var definition = Draw.Row(Draw.Approval("a") with { Signers = [new ChosenRule { Most = 2 }] });
        var play = new Play(definition);
        Assert.Equal("signers.not-chosen-here", play.Refuse(Start("b", Gao)).Code);
        Assert.Equal("signers.too-many", play.Refuse(Start("a", Gao, Zhang, Chen)).Code);

        play.Accept(Start("a", Gao, Zhang));

        Assert.Equal([Gao, Zhang], play.Waiting);

        static StartInstance Start(string step, params Guid[] people) => new(Lin) { Chosen = new Dictionary<string, IReadOnlyList<Guid>> { [step] = people } };
    }

    private static Play Task(bool everybody) => new Play(Draw.Workflow(
            [Draw.Start(), Draw.FillIn("f", "ok", "again") with { Everybody = everybody }, Draw.Approval("z"), Draw.End()],
            [Draw.Arrow("submit", "f"), Draw.Arrow("f", "end", "ok"), Draw.Arrow("f", "z", "again"), Draw.Arrow("z", "end", "approved")]))
        .With("f", Gao, Zhang).With("z", Sun);
}

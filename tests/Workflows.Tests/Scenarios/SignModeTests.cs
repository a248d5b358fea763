using Workflows.Activities.Approval;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class SignModeTests
{
    private static Play Signing(SignMode mode) =>
        new Play(Draw.Row(Draw.Approval("a", mode))).With("a", Gao, Zhang, Chen).Start();

    [Fact]
    public void All_asks_everybody_at_once_and_needs_every_one()
    {
        var play = Signing(SignMode.All);
        Assert.Equal([Gao, Zhang, Chen], play.Waiting);

        play.Approve(Chen);
        play.Approve(Gao);
        Assert.Equal([Zhang], play.Waiting);
        play.Approve(Zhang);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void Any_is_done_with_the_first_approval_and_closes_the_others()
    {
        var play = Signing(SignMode.Any);

        var events = play.Approve(Zhang);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
        Assert.Equal(
            [(1, WorkItemCloseReason.ApprovedByAnother), (3, WorkItemCloseReason.ApprovedByAnother)],
            events.OfType<WorkItemClosed>().Select(closed => (closed.Number, closed.Reason)));
    }

    [Fact]
    public void Sequence_asks_the_next_one_when_the_one_before_approves()
    {
        var play = Signing(SignMode.Sequence);
        Assert.Equal([Gao], play.Waiting);
        play.Approve(Gao);
        Assert.Equal([Zhang], play.Waiting);
        play.Approve(Zhang);
        Assert.Equal([Chen], play.Waiting);
        play.Approve(Chen);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Theory]
    [InlineData(SignMode.All)]
    [InlineData(SignMode.Any)]
    [InlineData(SignMode.Sequence)]
    public void One_rejection_rejects_and_closes_the_others(SignMode mode)
    {
        var play = Signing(mode);

        play.Reject(Gao);

        Assert.Equal(InstanceStatus.Rejected, play.State!.Status);
        Assert.Empty(play.State.OpenWorkItems);
        Assert.All(play.State.WorkItems.Skip(1), item => Assert.Equal(WorkItemCloseReason.RejectedByAnother, item.CloseReason));
    }

    [Theory]
    [InlineData(SignMode.All)]
    [InlineData(SignMode.Any)]
    [InlineData(SignMode.Sequence)]
    public void A_person_found_by_two_rules_signs_once(SignMode mode)
    {
        var play = new Play(Draw.Row(Draw.Approval("a", mode))).With("a", Gao, Zhang, Gao).Start();

        play.Approve(Gao);
        if (mode != SignMode.Any)
        {
            play.Approve(Zhang);
        }

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
        Assert.Equal(2, play.Events.OfType<SignersFound>().Single().Signers.Count);
    }

    [Fact]
    public void A_rejection_follows_its_transition_where_there_is_one()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Approval("a"), Draw.Approval("b"), Draw.End()],
            [
                Draw.Arrow("submit", "a"),
                Draw.Arrow("a", "end", "approved"),
                Draw.Arrow("a", "b", "rejected"),
                Draw.Arrow("b", "end", "approved"),
            ])).With("a", Gao).With("b", Zhang).Start();

        play.Reject(Gao);

        Assert.Equal(InstanceStatus.Running, play.State!.Status);
        Assert.Equal([Zhang], play.Waiting);
    }

    [Fact]
    public void A_decision_says_how_long_it_took()
    {
        var play = Signing(SignMode.Any);

        var completed = play.Approve(Gao).OfType<WorkItemCompleted>().Single();

        Assert.Equal(TimeSpan.FromHours(1), completed.Took);
    }
}

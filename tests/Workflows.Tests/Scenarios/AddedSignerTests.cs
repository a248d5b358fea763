using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class AddedSignerTests
{
    private static Play Asked(SignMode mode = SignMode.All, params Guid[] signers) =>
        new Play(Draw.Row(Draw.Approval("a", mode))).With("a", signers.Length == 0 ? [Gao] : signers).Start();

    [Fact]
    public void Added_before_the_adder_waits_for_them()
    {
        var play = Asked();
        play.Add(Gao, AddedPlace.Before, Wu, Sun);
        Assert.Equal([Wu, Sun], play.Waiting);

        play.Approve(Wu);
        Assert.Equal([Sun], play.Waiting);
        play.Approve(Sun);

        Assert.Equal([Gao], play.Waiting);
        play.Approve(Gao);
        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void Added_after_they_are_asked_when_the_adder_has_approved()
    {
        var play = Asked();
        play.Add(Gao, AddedPlace.After, Wu);
        Assert.Equal([Gao], play.Waiting);

        play.Approve(Gao);
        Assert.Equal([Wu], play.Waiting);
        play.Approve(Wu);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void Added_beside_the_place_needs_both()
    {
        var play = Asked();
        play.Add(Gao, AddedPlace.Beside, Wu);
        Assert.Equal([Gao, Wu], play.Waiting);

        play.Approve(Gao);
        Assert.Equal(InstanceStatus.Running, play.State!.Status);
        play.Approve(Wu);

        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    [Fact]
    public void Where_any_one_is_enough_another_place_is_still_enough()
    {
        var play = Asked(SignMode.Any, Gao, Zhang);
        play.Add(Gao, AddedPlace.Beside, Wu);
        play.Approve(Gao);
        Assert.Equal([Zhang, Wu], play.Waiting);

        play.Approve(Zhang);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void In_a_sequence_the_next_is_asked_when_the_added_signers_have_approved_too()
    {
        var play = Asked(SignMode.Sequence, Gao, Zhang);
        play.Add(Gao, AddedPlace.After, Wu);
        play.Approve(Gao);
        Assert.Equal([Wu], play.Waiting);

        play.Approve(Wu);

        Assert.Equal([Zhang], play.Waiting);
    }

    [Theory]
    [InlineData(SignMode.All)]
    [InlineData(SignMode.Any)]
    [InlineData(SignMode.Sequence)]
    public void A_rejection_by_an_added_signer_rejects(SignMode mode)
    {
        var play = Asked(mode, Gao, Zhang);
        play.Add(Gao, AddedPlace.Before, Wu);

        play.Reject(Wu);

        Assert.Equal(InstanceStatus.Rejected, play.State!.Status);
    }

    [Fact]
    public void In_a_vote_a_rejection_by_an_added_signer_is_the_no_of_the_place_and_nobody_of_it_is_asked_any_more()
    {
        var play = Asked(SignMode.Vote, Gao, Zhang, Chen);
        play.Add(Gao, AddedPlace.Before, Wu);

        play.Reject(Wu);

        Assert.Equal([Zhang, Chen], play.Waiting);
        Assert.Equal(WorkItemState.Closed, play.State!.FindWorkItem(1)!.State);
    }

    [Fact]
    public void A_removed_signer_is_as_if_never_added()
    {
        var play = Asked();
        play.Add(Gao, AddedPlace.Before, Wu);

        play.Accept(new RemoveSigner(2, Gao));

        Assert.Equal([Gao], play.Waiting);
        Assert.Equal(WorkItemCloseReason.Removed, play.State!.FindWorkItem(2)!.CloseReason);
    }

    [Fact]
    public void Removing_the_last_one_waited_for_ends_the_step()
    {
        var play = Asked();
        play.Add(Gao, AddedPlace.Beside, Wu);
        play.Approve(Gao);

        play.Accept(new RemoveSigner(2, Gao));

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void Only_the_adder_removes_and_a_proxy_of_the_adder()
    {
        var play = Asked(SignMode.All, Gao, Zhang);
        play.Add(Gao, AddedPlace.Beside, Wu);
        Assert.Equal("work-item.not-yours", play.Refuse(new RemoveSigner(3, Zhang)).Code);
        Assert.Equal("signers.not-added", play.Refuse(new RemoveSigner(2, Gao)).Code);
        play.Proxies.Add((Gao, Sun));

        play.Accept(new RemoveSigner(3, Sun));

        Assert.Equal([Gao, Zhang], play.Waiting);
    }

    [Fact]
    public void Removing_is_refused_once_the_added_signer_has_approved()
    {
        var play = Asked();
        play.Add(Gao, AddedPlace.Beside, Wu);
        play.Approve(Wu);

        Assert.Equal("work-item.not-open", play.Refuse(new RemoveSigner(2, Gao)).Code);
    }

    [Fact]
    public void An_added_signer_may_return_as_the_holder_may()
    {
        var play = Asked();
        play.Add(Gao, AddedPlace.Before, Wu);

        play.Return(Wu, ResumeMode.StraightBack);
        play.Resubmit();

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void After_adding_before_and_a_transfer_the_new_holder_waits_and_taking_back_asks_the_added_signer_again()
    {
        var play = Asked(SignMode.All, Gao, Zhang);
        play.Add(Gao, AddedPlace.Before, Wu);
        play.Accept(new ReassignWorkItem(1, Admin, Chen, "on leave"));
        play.Approve(Wu);
        Assert.Equal([Zhang, Chen], play.Waiting.Order());

        Assert.IsType<Accepted>(play.TakeBack(Wu));

        Assert.Equal([Zhang, Wu], play.Waiting.Order());
        Assert.Equal((WorkItemState.Held, HeldFor.AddedBefore), (play.ItemOf(Chen).State, play.ItemOf(Chen).HeldFor!.Value));
    }

    [Theory]
    [InlineData(AddedPlace.Before, false)]
    [InlineData(AddedPlace.After, true)]
    [InlineData(AddedPlace.Beside, false)]
    public void A_step_may_allow_some_places_only(AddedPlace place, bool allowed)
    {
        var play = new Play(Draw.Row(Draw.Approval("a") with { Actions = new StepActions { AddSigners = [AddedPlace.After] } })).With("a", Gao).Start();

        Assert.Equal(allowed, play.Do(new AddSigners(1, Gao, place, [Wu], null)) is Accepted);
    }

    [Fact]
    public void Adding_nobody_somebody_twice_or_somebody_asked_already_is_refused()
    {
        var play = Asked(SignMode.All, Gao, Zhang);

        Assert.Equal("signers.none", play.Refuse(new AddSigners(1, Gao, AddedPlace.Before, [], null)).Code);
        Assert.Equal("signers.none", play.Refuse(new AddSigners(1, Gao, AddedPlace.Before, [Wu, Wu], null)).Code);
        Assert.Equal("person.asked-already", play.Refuse(new AddSigners(1, Gao, AddedPlace.Before, [Zhang], null)).Code);
    }

    [Fact]
    public void Adding_somebody_for_whom_the_calendar_gives_no_moment_is_refused_before_anything_is_held()
    {
        var play = new Play(Draw.Row(Draw.Approval("a") with { Deadline = Draw.Deadline("8h") })).With("a", Gao).Start();
        play.BrokenPrefixes.Add("due:");

        Assert.Equal("test.broken", play.Refuse(new AddSigners(1, Gao, AddedPlace.Before, [Wu], null)).Code);

        Assert.Equal([Gao], play.Waiting);
    }
}

using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Paths;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Paths;

public class PathProjectionTests
{
    private static IEnumerable<(string, PathStepState)> States(Play play) =>
        play.Path().Steps.Select(step => (step.ActivityId, step.State));

    private static PathStep Step(Play play, string id) => play.Path().Steps.Single(step => step.ActivityId == id);

    [Fact]
    public void Before_submission_the_path_is_previewed_with_its_signers()
    {
        var play = ContractApproval.Draft().Where("is-large");

        Assert.Equal(
            [
                ("submit", PathStepState.Current),
                ("manager", PathStepState.Expected),
                ("regional-director", PathStepState.Expected),
                ("sales-director", PathStepState.Skipped),
                ("legal", PathStepState.Skipped),
                ("leadership", PathStepState.Skipped),
                ("approved", PathStepState.Expected),
            ],
            States(play));
        Assert.Equal([new PathSigner(Zhang, "by rule", PathSignerState.Expected)], Step(play, "regional-director").Signers);
        Assert.Equal(Lin, Assert.Single(Step(play, "submit").Signers).Person);
        Assert.Null(play.State);
    }

    [Fact]
    public void What_was_travelled_is_done_and_the_present_step_current()
    {
        var play = ContractApproval.Draft().Where("is-large").Start();
        play.Approve(Gao);

        Assert.Equal(
            [
                ("submit", PathStepState.Done),
                ("manager", PathStepState.Done),
                ("regional-director", PathStepState.Current),
                ("sales-director", PathStepState.Skipped),
                ("legal", PathStepState.Skipped),
                ("leadership", PathStepState.Skipped),
                ("approved", PathStepState.Expected),
            ],
            States(play));
        Assert.Equal(TimeSpan.FromHours(1), Step(play, "manager").Took);
    }

    [Fact]
    public void A_skipped_step_says_which_condition_would_have_asked_for_it()
    {
        var reason = Step(ContractApproval.Draft().Start(), "leadership").SkippedBy!;

        Assert.Equal(("is-largest", "Over 500,000", true), (reason.ActivityId, reason.Label, reason.ComesIf));
        Assert.Equal("amount", reason.Condition.Field);
    }

    [Fact]
    public void A_step_says_which_condition_asks_for_it()
    {
        var play = ContractApproval.Draft().Where("is-large").Where("is-discounted").Start();

        Assert.Null(Step(play, "manager").AskedForBy);
        Assert.Equal(("Over 200,000", true), (Step(play, "regional-director").AskedForBy!.Label, Step(play, "regional-director").AskedForBy!.ComesIf));
        Assert.Equal("Discount over the limit", Step(play, "sales-director").AskedForBy!.Label);
        Assert.Null(Step(play, "approved").AskedForBy);
    }

    [Fact]
    public void The_values_decide_what_is_expected()
    {
        var play = ContractApproval.Draft().Start();
        Assert.Equal(PathStepState.Skipped, Step(play, "sales-director").State);

        play.Where("is-discounted");

        Assert.Equal(PathStepState.Expected, Step(play, "sales-director").State);
    }

    [Fact]
    public void Decisions_already_taken_stay_taken()
    {
        var play = ContractApproval.Draft().Start();
        play.With("legal", Sun).Where("needs-legal").Approve(Gao);

        play.Where("is-large");

        Assert.Equal(PathStepState.Skipped, Step(play, "regional-director").State);
    }

    [Fact]
    public void Signers_in_parallel_show_who_has_decided_and_who_is_open()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"))).With("a", Gao, Zhang).Start();
        play.Approve(Gao);

        Assert.Equal([PathSignerState.Approved, PathSignerState.Open], Step(play, "a").Signers.Select(signer => signer.State));
        Assert.Equal(TimeSpan.FromHours(1), Step(play, "a").Signers[0].Took);
    }

    [Fact]
    public void Signers_in_sequence_show_who_is_still_to_come()
    {
        var play = new Play(Draw.Row(Draw.Approval("a", SignMode.Sequence))).With("a", Gao, Zhang, Chen).Start();
        play.Approve(Gao);

        Assert.Equal(
            [PathSignerState.Approved, PathSignerState.Open, PathSignerState.Expected],
            Step(play, "a").Signers.Select(signer => signer.State));
    }

    [Fact]
    public void Signers_no_longer_needed_are_shown_so()
    {
        var any = new Play(Draw.Row(Draw.Approval("a", SignMode.Any))).With("a", Gao, Zhang).Start();
        any.Approve(Zhang);
        var sequence = new Play(Draw.Row(Draw.Approval("a", SignMode.Sequence))).With("a", Gao, Zhang).Start();
        sequence.Reject(Gao);

        Assert.Equal([PathSignerState.NotNeeded, PathSignerState.Approved], Step(any, "a").Signers.Select(signer => signer.State));
        Assert.Equal([PathSignerState.Rejected, PathSignerState.NotNeeded], Step(sequence, "a").Signers.Select(signer => signer.State));
    }

    [Fact]
    public void Automatic_steps_are_named_on_the_step_they_lead_to()
    {
        Assert.Equal(["Date of approval", "Tell the initiator"], Step(ContractApproval.Draft(), "approved").Automatic);
    }

    [Fact]
    public void A_step_that_passes_by_itself_says_why()
    {
        var play = new Play(Draw.Row(Draw.Approval("a") with { IfInitiator = InitiatorPolicy.Skip })).With("a", Lin);

        Assert.Equal(CompletionCause.InitiatorSkipped, Step(play, "a").Cause);
        Assert.Empty(Step(play, "a").Signers);
    }

    [Fact]
    public void A_returned_instance_stands_at_its_submission_and_everything_is_to_come_again()
    {
        var play = ContractApproval.Draft().Where("is-large").Start();
        play.Approve(Gao);
        play.Return(Zhang);

        var path = play.Path();

        Assert.Equal(
            [PathStepState.Current, PathStepState.Expected, PathStepState.Expected, PathStepState.Expected],
            path.Steps.Where(step => step.State != PathStepState.Skipped).Select(step => step.State));
        Assert.Equal(play.OpenItemOf(Lin).Number, path.Steps[0].Signers[0].WorkItem);
        var back = path.Edges.Single(edge => edge.Kind == PathEdgeKind.Returned);
        Assert.Equal(("regional-director", "submit"), (back.From, back.To));
        Assert.Equal((Zhang, "60 days is too long", ResumeMode.InOrder), (back.Return!.Person, back.Return.Comment, back.Return.Resume));
    }

    [Fact]
    public void A_return_straight_back_keeps_what_was_approved_before()
    {
        var play = ContractApproval.Draft().Where("is-large").Start();
        play.Approve(Gao);
        play.Return(Zhang, ResumeMode.StraightBack);
        Assert.Equal(PathStepState.Done, Step(play, "manager").State);
        Assert.Equal(PathStepState.Expected, Step(play, "regional-director").State);

        play.Resubmit();

        Assert.Equal(PathStepState.Current, Step(play, "regional-director").State);
        Assert.Equal(2, Step(play, "submit").Round);
        Assert.Contains(play.Path().Edges, edge => edge.Kind == PathEdgeKind.Returned);
    }

    [Fact]
    public void A_rejected_instance_ends_where_it_was_rejected()
    {
        var play = ContractApproval.Draft().Start();
        play.Reject(Gao);

        Assert.Equal([("submit", PathStepState.Done), ("manager", PathStepState.Done)], States(play));
        Assert.Equal(Outcomes.Rejected, Step(play, "manager").Outcome);
    }

    [Fact]
    public void A_completed_instance_is_done_to_its_end()
    {
        var play = ContractApproval.Draft().Start();
        play.Approve(Gao);

        Assert.Equal(PathStepState.Done, Step(play, "approved").State);
        Assert.All(play.Path().Edges, edge => Assert.NotEqual(PathEdgeKind.Expected, edge.Kind));
    }

    [Fact]
    public void A_path_that_cannot_go_on_says_why()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.Approval("b"))).With("a", Gao).Start();
        play.Administrator = null;

        var path = play.Path();

        Assert.Equal("approval.no-signer", path.Blocked!.Code);
        Assert.Equal(["submit", "a", "b"], path.Steps.Select(step => step.ActivityId));
    }

    [Fact]
    public void A_submission_that_would_stop_at_once_is_previewed_as_such()
    {
        var play = new Play(Draw.Row(Draw.Approval("a")));
        play.Administrator = null;

        var path = play.Path();

        Assert.Equal("approval.no-signer", path.Blocked!.Code);
        Assert.Equal(["submit", "a"], path.Steps.Select(step => step.ActivityId));
    }

    [Fact]
    public void A_way_that_goes_round_although_everyone_approves_is_cut()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Approval("a"), Draw.Decision("again"), Draw.End()],
            [
                Draw.Arrow("submit", "a"),
                Draw.Arrow("a", "again", "approved"),
                Draw.Arrow("again", "a", "true"),
                Draw.Arrow("again", "end", "false"),
            ])).With("a", Gao).Where("again").Start();

        var path = play.Path();

        Assert.Equal("path.endless", path.Blocked!.Code);
        Assert.Equal(["submit", "a"], path.Steps.Select(step => step.ActivityId));
    }

    [Fact]
    public void A_loop_after_a_rejection_is_drawn_back_with_its_comment()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Approval("a"), Draw.Approval("b"), Draw.End()],
            [
                Draw.Arrow("submit", "a"),
                Draw.Arrow("a", "b", "approved"),
                Draw.Arrow("b", "a", "rejected"),
                Draw.Arrow("b", "end", "approved"),
            ])).With("a", Gao).With("b", Zhang).Start();
        play.Approve(Gao);
        play.Reject(Zhang);

        var path = play.Path();

        Assert.Equal([PathStepState.Done, PathStepState.Current, PathStepState.Expected, PathStepState.Expected], path.Steps.Select(step => step.State));
        var back = path.Edges.Single(edge => edge.Kind == PathEdgeKind.Returned);
        Assert.Equal(("b", "a", "too dear", null), (back.From, back.To, back.Return!.Comment, back.Return.Resume));
    }

    [Fact]
    public void Foreseeing_changes_nothing()
    {
        var play = ContractApproval.Draft().Start();
        var before = InstanceStateSerializer.Write(play.State!);

        play.Path();

        Assert.Equal(before, InstanceStateSerializer.Write(play.State!));
    }
}

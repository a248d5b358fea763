using Forms.Problems;
using Workflows.Activities.Approval;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Refusals;

public class CompleteWorkItemTests
{
    private static Play TwoSigners(SignMode mode = SignMode.All, bool needsComment = false) =>
        new Play(Draw.Row(Draw.Approval("a", mode) with { ApproveNeedsComment = needsComment }, Draw.Approval("b")))
            .With("a", Gao, Zhang)
            .With("b", Chen)
            .Start();

    private static CompleteWorkItem Decide(int number, Guid person, WorkItemDecision decision = WorkItemDecision.Approve, string? comment = "because") =>
        new(number, person, decision, comment);

    private static void AssertRefused(RefusalReason reason, string code, string message, Refused found) =>
        Assert.Equal((reason, code, message), (found.Reason, found.Code, found.Message));

    [Fact]
    public void Rejects_when_already_approved_by_the_same_person()
    {
        var play = TwoSigners();
        play.Approve(Gao);

        var refused = play.Refuse(Decide(1, Gao, WorkItemDecision.Reject));

        AssertRefused(RefusalReason.InvalidState, "work-item.not-open", "Expected work item 1 to be open, but found it approved on 2026-11-20 10:00 UTC.", refused);
        Assert.Equal(["1", "approved on 2026-11-20 10:00 UTC"], refused.Arguments);
    }

    [Fact]
    public void Rejects_when_somebody_else_decided_meanwhile()
    {
        var play = TwoSigners(SignMode.Any);
        play.Approve(Gao);

        var refused = play.Refuse(Decide(2, Zhang));

        AssertRefused(
            RefusalReason.InvalidState,
            "work-item.not-open",
            "Expected work item 2 to be open, but found it closed, approved by somebody else, on 2026-11-20 10:00 UTC.",
            refused);
    }

    [Fact]
    public void Rejects_when_the_instance_has_ended()
    {
        var play = TwoSigners();
        play.Reject(Gao);

        Assert.Equal("work-item.not-open", play.Refuse(Decide(1, Gao)).Code);
        Assert.Equal("work-item.not-open", play.Refuse(Decide(2, Zhang)).Code);
    }

    [Fact]
    public void Rejects_an_item_of_an_earlier_round()
    {
        var play = TwoSigners();
        play.Return(Gao);
        play.Resubmit();

        AssertRefused(
            RefusalReason.InvalidState,
            "work-item.not-open",
            "Expected work item 2 to be open, but found it closed in an earlier round.",
            play.Refuse(Decide(2, Zhang)));
    }

    [Fact]
    public void Rejects_the_item_of_somebody_else() =>
        AssertRefused(
            RefusalReason.Forbidden,
            "work-item.not-yours",
            "Expected the person of work item 1 or a proxy, but found somebody else.",
            TwoSigners().Refuse(Decide(1, Zhang)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void Rejects_a_number_that_was_never_given(int number) =>
        Assert.Equal((RefusalReason.NotFound, "work-item.not-found"), Codes(TwoSigners().Refuse(Decide(number, Gao))));

    [Fact]
    public void Rejects_when_nothing_was_submitted() =>
        Assert.Equal((RefusalReason.NotFound, "work-item.not-found"), Codes(new Play(Draw.Row()).Refuse(Decide(1, Gao))));

    [Theory]
    [InlineData(WorkItemDecision.Reject, null)]
    [InlineData(WorkItemDecision.Reject, "  ")]
    [InlineData(WorkItemDecision.Return, "")]
    public void Rejects_a_no_without_comment(WorkItemDecision decision, string? comment) =>
        AssertRefused(
            RefusalReason.Invalid,
            "comment.required",
            $"Expected a comment to {decision.ToString().ToLowerInvariant()}, but found none.",
            TwoSigners().Refuse(Decide(1, Gao, decision, comment)));

    [Fact]
    public void Rejects_an_approval_without_comment_where_the_step_wants_one() =>
        Assert.Equal("comment.required", TwoSigners(needsComment: true).Refuse(Decide(1, Gao, comment: null)).Code);

    [Fact]
    public void Rejects_a_decision_on_a_revise_item()
    {
        var play = TwoSigners();
        play.Return(Gao);

        AssertRefused(
            RefusalReason.InvalidState,
            "work-item.wrong-kind",
            "Expected a work item that one can approve, but found work item 3, which is to revise and resubmit.",
            play.Refuse(Decide(3, Lin)));
    }

    private static (RefusalReason, string) Codes(Refused refused) => (refused.Reason, refused.Code);
}

using Forms.Problems;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Refusals;

public class InitiatorCommandTests
{
    private static Play Running() => new Play(Draw.Row(Draw.Approval("a"))).With("a", Gao).Start();

    [Fact]
    public void Rejects_a_second_start() =>
        Assert.Equal("Expected an instance that is not started, but found it in approval.", Running().Refuse(new StartInstance(Lin)).Message);

    [Fact]
    public void Rejects_resubmitting_what_was_not_returned()
    {
        var refused = Running().Refuse(new Resubmit(Lin, null));

        Assert.Equal((RefusalReason.InvalidState, "instance.wrong-status"), (refused.Reason, refused.Code));
        Assert.Equal("Expected an instance that is returned, but found it in approval.", refused.Message);
    }

    [Fact]
    public void Rejects_withdrawing_what_has_ended()
    {
        var play = Running();
        play.Approve(Gao);

        Assert.Equal("Expected an instance that is in approval or returned, but found it approved.", play.Refuse(new Withdraw(Lin, null)).Message);
    }

    [Fact]
    public void Rejects_withdrawing_by_somebody_else() =>
        Assert.Equal("Expected the initiator to withdraw, but found somebody else.", Running().Refuse(new Withdraw(Gao, null)).Message);

    [Fact]
    public void Rejects_resubmitting_by_somebody_else()
    {
        var play = Running();
        play.Return(Gao);

        Assert.Equal((RefusalReason.Forbidden, "instance.not-initiator"), (play.Refuse(new Resubmit(Gao, null)).Reason, play.Refuse(new Resubmit(Gao, null)).Code));
    }

    [Fact]
    public void Rejects_a_state_of_another_version()
    {
        var other = new Play(Draw.Row(Draw.Approval("b")));

        var refused = Assert.IsType<Refused>(WorkflowEngine.Handle(other.Workflow, Running().State, new Withdraw(Lin, null), Answers.None, other.Now));

        Assert.Equal("workflow.other-version", refused.Code);
    }

    [Fact]
    public void A_circle_on_which_every_step_passes_by_itself_is_an_incident()
    {
        var play = new Play(Draw.Workflow(
            [
                Draw.Start(),
                Draw.Approval("a") with { IfNoSigner = Workflows.Activities.Approval.NoSignerPolicy.Approve },
                Draw.Decision("again"),
                Draw.End(),
            ],
            [
                Draw.Arrow("submit", "a"),
                Draw.Arrow("a", "again", "approved"),
                Draw.Arrow("again", "a", "true"),
                Draw.Arrow("again", "end", "false"),
            ])).Where("again").Start();

        var incident = Assert.Single(play.State!.Incidents);
        Assert.Equal(("a", "workflow.endless"), (incident.ActivityId, incident.Incident!.Code));
    }

    [Fact]
    public void A_refusal_becomes_an_exception_with_its_code()
    {
        var exception = Running().Refuse(new StartInstance(Lin)).ToException();

        Assert.Equal((RefusalReason.InvalidState, "instance.wrong-status"), (exception.Reason, exception.Code));
    }
}

using Forms.Problems;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Refusals;

public class RecordLockTests
{
    private static Play Running(bool signersMayEdit = false) =>
        new Play(Draw.Row(Draw.Approval("a") with { SignersMayEdit = signersMayEdit }, Draw.Approval("b"))).With("a", Gao).With("b", Zhang).Start();

    private static Refused? WhyNot(Play play, Guid person) => RecordLock.WhyNotEdit(play.Workflow, play.State, person);

    [Fact]
    public void Nobody_edits_a_record_in_approval()
    {
        var play = Running();

        Assert.Equal("Expected a record that is open for editing, but found it in approval.", WhyNot(play, Lin)!.Message);
        Assert.Equal((RefusalReason.InvalidState, "record.locked"), (WhyNot(play, Gao)!.Reason, WhyNot(play, Gao)!.Code));
    }

    [Fact]
    public void A_step_can_let_its_signers_edit_while_it_is_their_turn()
    {
        var play = Running(signersMayEdit: true);
        Assert.Null(WhyNot(play, Gao));
        Assert.NotNull(WhyNot(play, Zhang));

        play.Approve(Gao);

        Assert.NotNull(WhyNot(play, Gao));
        Assert.NotNull(WhyNot(play, Zhang));
    }

    [Fact]
    public void Only_the_initiator_edits_what_was_returned()
    {
        var play = Running();
        play.Return(Gao);

        Assert.Null(WhyNot(play, Lin));
        Assert.NotNull(WhyNot(play, Gao));
    }

    [Fact]
    public void The_lock_is_off_before_the_start_and_after_the_end()
    {
        Assert.Null(RecordLock.WhyNotEdit(Running().Workflow, null, Wu));

        var play = Running();
        play.Reject(Gao);

        Assert.Null(WhyNot(play, Wu));
    }
}

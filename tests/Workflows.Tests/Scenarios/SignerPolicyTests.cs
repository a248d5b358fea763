using Forms.Problems;
using Workflows.Activities.Approval;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class SignerPolicyTests
{
    private static Play Policy(NoSignerPolicy nobody = default, InitiatorPolicy initiator = default, SignMode mode = default) =>
        new(Draw.Row(Draw.Approval("a", mode) with { IfNoSigner = nobody, IfInitiator = initiator }));

    [Fact]
    public void An_administrator_signs_when_nobody_is_found()
    {
        var play = Policy().Start();

        Assert.Equal([Admin], play.Waiting);
        Assert.Equal("administrator", play.OpenItemOf(Admin).Because);
    }

    [Fact]
    public void Without_an_administrator_either_the_step_is_an_incident_until_somebody_is_found()
    {
        var play = Policy();
        play.Administrator = null;
        play.Start();

        var visit = Assert.Single(play.State!.Incidents);
        Assert.Equal("approval.no-signer", visit.Incident!.Code);
        Assert.Equal("Expected somebody to sign 'Step a', but found nobody, and no administrator to stand in.", visit.Incident.Message);

        play.With("a", Gao).Accept(new RetryIncident(Admin, visit.Number));

        Assert.Equal([Gao], play.Waiting);
        Assert.Empty(play.State.Incidents);
    }

    [Fact]
    public void A_step_without_signer_can_count_as_approved()
    {
        var play = Policy(NoSignerPolicy.Approve).Start();

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
        Assert.Equal(CompletionCause.NoSigner, play.State.Path.Single(visit => visit.ActivityId == "a").Cause);
    }

    [Fact]
    public void A_step_without_signer_can_count_as_rejected()
    {
        var play = Policy(NoSignerPolicy.Reject).Start();

        Assert.Equal(InstanceStatus.Rejected, play.State!.Status);
    }

    [Fact]
    public void An_initiator_may_sign_where_allowed()
    {
        var play = Policy(initiator: InitiatorPolicy.Allow).With("a", Lin, Gao).Start();

        Assert.Equal([Lin, Gao], play.Waiting);
    }

    [Fact]
    public void An_initiator_is_left_out_where_skipped()
    {
        var play = Policy(initiator: InitiatorPolicy.Skip).With("a", Lin, Gao).Start();

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void A_step_whose_only_signer_is_a_skipped_initiator_counts_as_approved()
    {
        var play = Policy(NoSignerPolicy.Reject, InitiatorPolicy.Skip).With("a", Lin).Start();

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
        Assert.Equal(CompletionCause.InitiatorSkipped, play.Events.OfType<ActivityCompleted>().Single(done => done.ActivityId == "a").Cause);
    }

    [Fact]
    public void The_manager_signs_in_the_place_of_the_initiator()
    {
        var play = Policy(initiator: InitiatorPolicy.Manager, mode: SignMode.Sequence).With("a", Gao, Lin, Chen);
        play.Manager = Zhang;
        play.Start();

        Assert.Equal([Gao, Zhang, Chen], play.Events.OfType<SignersFound>().Single().Signers.Select(signer => signer.Person));
    }

    [Fact]
    public void A_manager_who_signs_anyway_signs_once()
    {
        var play = Policy(initiator: InitiatorPolicy.Manager).With("a", Lin, Gao);
        play.Manager = Gao;
        play.Start();

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void An_initiator_without_manager_leaves_the_step_to_its_policy_for_nobody()
    {
        var play = Policy(NoSignerPolicy.Approve, InitiatorPolicy.Manager).With("a", Lin).Start();

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
        Assert.Equal(CompletionCause.NoSigner, play.Events.OfType<ActivityCompleted>().Single(done => done.ActivityId == "a").Cause);
    }

    [Fact]
    public void The_manager_is_asked_for_only_when_the_initiator_signs()
    {
        var play = Policy(initiator: InitiatorPolicy.Manager).With("a", Gao).Start();

        Assert.DoesNotContain(play.Asked, question => question is ManagerQuestion);
    }
}

using System.Text.Json;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

/// <summary>Waits for moments, events, calls and sub-workflows.</summary>
public class WaitTests
{
    [Fact]
    public void A_wait_for_a_moment_goes_on_when_it_comes()
    {
        var play = new Play(Draw.Row(Draw.WaitFor("w", "5h"))).Start();
        Assert.Equal(["w"], play.At);

        play.Fire("w");

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void A_moment_that_has_passed_does_not_wait() =>
        Assert.Equal(InstanceStatus.Completed, new Play(Draw.Row(Draw.WaitFor("w", "-1h") with { Until = "validUntil" })).Start().State!.Status);

    [Theory]
    [InlineData(false, "w", InstanceStatus.Completed)]
    [InlineData(true, "w", InstanceStatus.Running)]
    public void Of_an_event_and_the_time_for_it_what_comes_first_counts(bool timeout, string at, InstanceStatus status)
    {
        var play = Both().Start();
        var wait = play.State!.Waits.Single(wait => wait.Kind == (timeout ? WaitFor.Moment : WaitFor.Event));

        play.Accept(new FireWait(wait.Number));

        Assert.Equal(status, play.State.Status);
        Assert.Empty(play.State.Waits);
        Assert.Equal(timeout ? "timeout" : "done", play.State.Path.Single(visit => visit.ActivityId == at).Outcome);
    }

    [Fact]
    public void What_comes_first_counts_even_if_it_is_kept()
    {
        var play = Both().Start();
        play.Accept(new SuspendInstance(Admin, "looked into"));
        play.Accept(new FireWait(play.State!.Waits.Single(wait => wait.Kind == WaitFor.Moment).Number));
        Assert.Single(play.State.Waits);

        play.Accept(new ResumeInstance(Admin, null));

        Assert.Equal("timeout", play.State.Path.Single(visit => visit.ActivityId == "w").Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_wait_that_is_over_while_the_instance_stands_still_is_kept(bool suspended)
    {
        var play = new Play(Draw.Forked(Draw.Join("join"), [[Draw.Approval("a")], [Draw.WaitForEvent("w"), Draw.Approval("b")]])).With("a", Gao).With("b", Zhang).Start();
        _ = suspended ? play.Accept(new SuspendInstance(Admin, "looked into")) : play.Return(Gao, ResumeMode.StraightBack);

        play.Fire("w");
        Assert.DoesNotContain(Zhang, play.Waiting);
        Assert.Equal("wait.used", play.Refuse(new FireWait(1)).Code);
        _ = suspended ? play.Accept(new ResumeInstance(Admin, null)) : play.Resubmit();

        Assert.Equal([Gao, Zhang], play.Waiting.Order());
    }

    [Fact]
    public void An_outcome_that_the_step_does_not_have_is_refused()
    {
        var play = new Play(Draw.Row(Draw.WaitForEvent("w"))).Start();

        Assert.Equal("wait.outcome", play.Refuse(new FireWait(1, "approved")).Code);
    }

    [Fact]
    public void A_call_is_requested_and_its_answer_goes_on_with_the_fields_it_gives()
    {
        var play = new Play(Draw.Row(Draw.Call("h"))).Start();
        Assert.Equal(1, play.Events.OfType<CallRequested>().Single().Wait);

        var events = play.Accept(new FireWait(1, Outcomes.Done, new Dictionary<string, JsonElement> { ["score"] = JsonSerializer.SerializeToElement(7) }));

        Assert.Equal(7, events.OfType<FieldsSet>().Single().Values["score"].GetInt32());
        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void A_call_that_failed_for_good_is_an_incident_and_is_made_again_by_trying_again()
    {
        var play = new Play(Draw.Row(Draw.Call("h"))).Start();
        play.Accept(new FireWait(1, Outcomes.Failed, null, "503 from the bank"));
        Assert.Equal(("http.failed", "503 from the bank"), (play.State!.Incidents.Single().Incident!.Code, play.State.Incidents.Single().Incident!.Message));

        var events = play.Accept(new RetryIncident(Admin, play.State.Incidents.Single().Number));

        Assert.Equal(2, events.OfType<CallRequested>().Single().Wait);
    }

    [Fact]
    public void A_call_that_failed_takes_its_own_way_where_one_is_drawn()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Call("h"), Draw.Approval("a"), Draw.End()],
            [Draw.Arrow("submit", "h"), Draw.Arrow("h", "end"), Draw.Arrow("h", "a", "failed"), Draw.Arrow("a", "end", "approved")])).With("a", Gao).Start();

        play.Fire("h", Outcomes.Failed);

        Assert.Equal([Gao], play.Waiting);
    }

    [Fact]
    public void A_sub_workflow_for_each_record_is_waited_for_until_all_have_ended()
    {
        var play = Children(2).Start();
        Assert.Equal(2, play.Events.OfType<ChildRequested>().Count());

        play.Fire("s", Outcomes.Approved);
        Assert.Equal(["s"], play.At);
        play.Fire("s", Outcomes.Approved);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void The_first_that_ends_otherwise_than_approved_ends_the_step_as_rejected()
    {
        var play = Children(3).Start();

        play.Fire("s", "withdrawn");

        Assert.Equal(InstanceStatus.Rejected, play.State!.Status);
        Assert.Empty(play.State.Waits);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    public void Without_records_or_where_nobody_waits_it_goes_on_at_once(int records, bool goesOn)
    {
        var play = Children(records, goesOn).Start();

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
        Assert.All(play.Events.OfType<ChildRequested>(), child => Assert.Null(child.Wait));
    }

    [Fact]
    public void A_parent_that_has_ended_leaves_its_children_running()
    {
        var play = Children(1).Start();

        play.Accept(new CancelInstance(Admin, "a mistake"));

        Assert.Equal("instance.wrong-status", play.Refuse(new FireWait(1, Outcomes.Approved)).Code);
    }

    [Fact]
    public void An_effect_that_the_transaction_could_not_take_is_an_incident()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.SetField("s", "region", "east"))).With("a", Gao).Start();
        play.BrokenEffects.Add("s");

        play.Approve(Gao);

        Assert.Equal("s", play.State!.Incidents.Single().ActivityId);
        Assert.Equal(WorkItemState.Approved, play.State.FindWorkItem(1)!.State);
        play.BrokenEffects.Clear();
        play.Accept(new RetryIncident(Admin, play.State.Incidents.Single().Number));
        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    private static Play Both() => new(Draw.Workflow(
        [Draw.Start(), Draw.WaitForEvent("w", "5h"), Draw.Approval("a"), Draw.End()],
        [Draw.Arrow("submit", "w"), Draw.Arrow("w", "end"), Draw.Arrow("w", "a", "timeout"), Draw.Arrow("a", "end", "approved")]));

    private static Play Children(int records, bool goesOn = false)
    {
        var play = new Play(Draw.Row(Draw.SubWorkflow("s") with { GoesOn = goesOn }));
        play.Children["s"] = [.. Enumerable.Range(1, records).Select(number => new ChildRecord("order", new Guid(number, 0, 0, new byte[8])))];
        return play;
    }
}

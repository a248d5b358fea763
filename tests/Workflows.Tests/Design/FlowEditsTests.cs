using Workflows.Activities.End;
using Workflows.Activities.Fork;
using Workflows.Activities.Switch;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using Workflows.Design;

namespace Workflows.Tests.Design;

/// <summary>What each edit of the designer does, and what it refuses.</summary>
public class FlowEditsTests
{
    [Fact]
    public void An_empty_page_is_a_start_that_leads_to_an_end()
    {
        Assert.Empty(FlowCheck.Run(Scratch.Empty));
        Assert.Equal("end", Scratch.Empty.Target("submit"));
    }

    [Fact]
    public void A_step_put_on_a_line_stands_between_its_two_ends()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Approval);

        Assert.Equal("approval", drawn.Target("submit"));
        Assert.Equal("end", drawn.Target("approval", Outcomes.Approved));
        Assert.Null(drawn.Target("approval", Outcomes.Rejected));
    }

    [Fact]
    public void Ids_are_used_once_and_stay_when_a_step_is_renamed()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Approval).Insert(Scratch.AfterSubmit, StepKind.Approval);
        Assert.Equal(["submit", "approval-2", "approval", "end"], drawn.Ids());

        var renamed = FlowEdits.Change(drawn, drawn.Step("approval") with { Label = "Manager" }).Required;
        Assert.Equal(drawn.Ids(), renamed.Ids());
        Assert.Equal(drawn.Transitions, renamed.Transitions);
    }

    [Fact]
    public void The_branches_of_a_decision_meet_right_behind_it()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Decision);

        Assert.Equal("end", drawn.Target("decision", Outcomes.True));
        Assert.Equal("end", drawn.Target("decision", Outcomes.False));
    }

    [Fact]
    public void A_fork_brings_its_join()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Fork);

        Assert.Equal("join", drawn.Target("fork", "branch-1"));
        Assert.Equal("join", drawn.Target("fork", "branch-2"));
        Assert.Equal("end", drawn.Target("join"));
        Assert.Equal("Meet", drawn.Step("join").Label);
    }

    [Fact]
    public void An_end_on_a_branch_ends_that_branch()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Decision);

        var ended = FlowEdits.Insert(drawn, new("decision", Outcomes.False), new EndActivity { Id = "end", Label = "Rejected", Result = EndResult.Rejected });

        Assert.Equal("end-2", ended.Required.Target("decision", Outcomes.False));
    }

    [Fact]
    public void An_end_on_the_only_line_takes_what_followed_with_it_and_says_so()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Notify);

        var edited = Assert.IsType<Edited>(FlowEdits.Insert(drawn, Scratch.AfterSubmit, new EndActivity { Id = "stop", Label = "Stop" }));

        Assert.Equal(["Notify", "Approved"], edited.Removed);
    }

    [Fact]
    public void Removing_a_step_closes_the_gap()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Approval);

        Assert.Equal(Scratch.Text(Scratch.Empty), Scratch.Text(FlowEdits.Remove(drawn, "approval").Required));
    }

    [Fact]
    public void Removing_a_fork_takes_its_branches_and_its_join()
    {
        var drawn = Scratch.Branched;

        var edited = Assert.IsType<Edited>(FlowEdits.Remove(drawn, "fork"));

        Assert.Equal(["Together", "Second", "FillIn", "Meet"], edited.Removed);
        Assert.Equal("end", edited.Definition.Target("notify"));
    }

    [Fact]
    public void Removing_a_decision_can_keep_one_of_its_branches()
    {
        var all = FlowEdits.Remove(Scratch.Branched, "decision").Required;
        var kept = FlowEdits.Remove(Scratch.Branched, "decision", keep: Outcomes.True).Required;

        Assert.Equal(["submit", "end"], all.Ids());
        Assert.Equal(["submit", "approval", "end"], kept.Ids());
    }

    [Fact]
    public void Removing_a_fork_can_keep_one_of_its_branches()
    {
        var kept = FlowEdits.Remove(Scratch.Branched, "fork", keep: "branch-2").Required;

        Assert.Equal("approval-2", kept.Target("notify"));
        Assert.Equal("end", kept.Target("approval-2", Outcomes.Approved));
        Assert.DoesNotContain("join", kept.Ids());
    }

    [Theory]
    [InlineData("submit", "edit.start")]
    [InlineData("join", "edit.join")]
    [InlineData("end", "edit.only-end")]
    public void What_holds_the_drawing_together_stays(string id, string code) =>
        Assert.Equal(code, Assert.IsType<EditRefused>(FlowEdits.Remove(Scratch.Branched, id)).Code);

    [Fact]
    public void A_step_moves_to_another_line_and_the_gap_closes()
    {
        var moved = FlowEdits.Move(Scratch.Branched, "notify", Scratch.AfterSubmit).Required;

        Assert.Equal("notify", moved.Target("submit"));
        Assert.Equal("decision", moved.Target("notify"));
        Assert.Equal("fork", moved.Target("decision", Outcomes.False));
    }

    [Fact]
    public void A_fork_moves_with_everything_between_it_and_its_join()
    {
        var moved = FlowEdits.Move(Scratch.Branched, "fork", new("decision", Outcomes.True)).Required;

        Assert.Equal("fork", moved.Target("decision", Outcomes.True));
        Assert.Equal("approval", moved.Target("join"));
        Assert.Equal("end", moved.Target("notify"));
    }

    [Fact]
    public void A_block_does_not_move_into_itself() =>
        Assert.Equal("edit.into-itself", Assert.IsType<EditRefused>(FlowEdits.Move(Scratch.Branched, "fork", new("task", Outcomes.Done))).Code);

    [Fact]
    public void Moving_a_step_to_where_it_stands_changes_nothing() =>
        Assert.Equal(Scratch.Text(Scratch.Branched), Scratch.Text(FlowEdits.Move(Scratch.Branched, "notify", new("decision", Outcomes.False)).Required));

    [Fact]
    public void A_copy_stands_right_behind_with_ids_of_its_own()
    {
        var copied = FlowEdits.Duplicate(Scratch.Branched, "fork").Required;

        Assert.Equal("fork-2", copied.Target("join"));
        Assert.Equal("task-2", copied.Target("fork-2", "branch-1"));
        Assert.Equal("end", copied.Target("join-2"));
        Assert.Empty(FlowCheck.Run(copied));
    }

    [Fact]
    public void A_new_branch_leads_to_where_the_others_meet()
    {
        var forked = Branches.Add(Scratch.Branched, "fork", "Third").Required;
        Assert.Equal("join", forked.Target("fork", "branch-3"));

        var choice = Branches.ToSwitch(Scratch.Branched, "decision", "Large").Required;
        Assert.Equal("approval", choice.Target("decision", "case"));
        Assert.Equal("notify", choice.Target("decision", Outcomes.Otherwise));
        Assert.Equal("end", Branches.Add(choice, "decision", "Huge").Required.Target("decision", "case-1"));
    }

    [Fact]
    public void A_branch_goes_with_its_steps_but_two_of_a_fork_stay()
    {
        var three = Branches.Add(Scratch.Branched, "fork", "Third").Required;

        var two = Assert.IsType<Edited>(Branches.Remove(three, "fork", "branch-1"));

        Assert.Equal(["FillIn"], two.Removed);
        Assert.Equal("workflow.few-branches", Assert.IsType<EditRefused>(Branches.Remove(two.Definition, "fork", "branch-2")).Code);
    }

    [Fact]
    public void Cases_are_asked_in_the_order_they_were_given()
    {
        var choice = Branches.Add(Branches.ToSwitch(Scratch.Branched, "decision", "Large").Required, "decision", "Huge").Required;

        var reordered = Branches.Reorder(choice, "decision", "case-1", -1).Required;

        Assert.Equal(["case-1", "case"], ((SwitchActivity)reordered.Step("decision")).Cases.Select(one => one.Name));
        Assert.Equal(choice.Transitions, reordered.Transitions);
    }

    [Fact]
    public void A_line_back_repeats_steps_when_somebody_is_asked_on_the_way()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Approval).Insert(new("approval", Outcomes.Approved), StepKind.Decision);

        var loop = FlowEdits.Lead(drawn, new("decision", Outcomes.False), "approval").Required;

        Assert.Equal("approval", loop.Target("decision", Outcomes.False));
        Assert.Equal("workflow.endless", Assert.IsType<EditRefused>(FlowEdits.Lead(drawn, new("decision", Outcomes.False), "decision")).Code);
    }

    [Fact]
    public void A_line_out_of_a_parallel_branch_is_refused_but_for_an_end()
    {
        var drawn = Scratch.Branched.Insert(new("task", Outcomes.Done), StepKind.Decision, "Inside");

        Assert.Equal("workflow.mixed-branches", Assert.IsType<EditRefused>(FlowEdits.Lead(drawn, new("decision-2", Outcomes.True), "notify")).Code);
        Assert.IsType<Edited>(FlowEdits.Lead(drawn, new("decision-2", Outcomes.True), "end"));
    }

    [Fact]
    public void A_rejection_can_lead_to_an_end_of_its_own_and_back_to_none()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Approval);
        var rejected = new Arrow("approval", Outcomes.Rejected);

        var led = FlowEdits.Insert(drawn, rejected, new EndActivity { Id = "end", Label = "Refused", Result = EndResult.Rejected }).Required;

        Assert.Equal("end-2", led.Target("approval", Outcomes.Rejected));
        Assert.Equal(Scratch.Text(drawn), Scratch.Text(FlowEdits.Cut(led, rejected).Required));
    }

    [Fact]
    public void A_way_of_ending_that_comes_with_a_setting_is_led_on()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Wait);
        var wait = (WaitActivity)drawn.Step("wait");

        var both = FlowEdits.Change(drawn, wait with { Event = "paid" }).Required;

        Assert.Equal("end", both.Target("wait", Outcomes.Timeout));
        Assert.Null(FlowEdits.Change(both, wait).Required.Target("wait", Outcomes.Timeout));
    }

    [Fact]
    public void A_fork_whose_branches_all_have_conditions_goes_on_when_none_holds()
    {
        var drawn = Scratch.Branched;
        var fork = (ForkActivity)drawn.Step("fork");
        var condition = new Forms.Conditions.Condition { Field = "amount", Operator = Forms.Conditions.ComparisonOperator.IsNotEmpty };

        var conditional = FlowEdits.Change(drawn, fork with { Branches = [.. fork.Branches.Select(branch => branch with { Condition = condition })] }).Required;

        Assert.Equal("end", conditional.Target("fork", Outcomes.None));
    }
}

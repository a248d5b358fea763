using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Design;

namespace Workflows.Tests.Design;

public class WorkflowChangesTests
{
    [Fact]
    public void A_version_does_not_differ_from_itself() => Assert.True(WorkflowChanges.Between(Scratch.Branched, Scratch.Branched).IsEmpty);

    [Fact]
    public void Steps_that_came_went_or_changed_are_named_with_what_changed()
    {
        var left = Scratch.Branched;
        var right = FlowEdits.Remove(left, "notify").Required.Insert(Scratch.AfterSubmit, StepKind.Wait);
        right = FlowEdits.Change(right, right.Approval("approval") with { Label = "Manager", Mode = SignMode.All }).Required;

        var changes = WorkflowChanges.Between(left, right);

        Assert.Equal([("notify", StepChangeKind.Removed), ("wait", StepChangeKind.Added), ("approval", StepChangeKind.Changed)], changes.Steps.Select(step => (step.Id, step.Kind)));
        Assert.Equal(["label", "mode"], changes.Steps[^1].Settings.Order());
        Assert.Contains(changes.Lines, line => line == new LineChange(Scratch.AfterSubmit, "decision", "wait"));
    }

    [Fact]
    public void Another_text_of_a_formula_is_a_change_of_the_step_that_names_it()
    {
        var drawn = Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Decision);
        drawn = FlowEdits.Change(drawn, (Activities.Decision.DecisionActivity)drawn.Step("decision") with { Condition = new() { Formula = "large.condition.js" } }).Required;

        var changes = WorkflowChanges.Between(
            drawn with { Files = new Dictionary<string, string> { ["large.condition.js"] = "amount > 1" } },
            drawn with { Files = new Dictionary<string, string> { ["large.condition.js"] = "amount > 2" } });

        Assert.Equal("decision", Assert.Single(changes.Steps).Id);
    }

    [Fact]
    public void Settings_of_the_workflow_itself_count() =>
        Assert.Equal(["keepsLock"], WorkflowChanges.Between(Scratch.Empty, Scratch.Empty with { KeepsLock = true }).Workflow);
}

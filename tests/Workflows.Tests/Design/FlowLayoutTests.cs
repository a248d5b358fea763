using System.Diagnostics;
using Workflows.Definitions;
using Workflows.Design;
using Workflows.Design.Layout;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Design;

public class FlowLayoutTests
{
    [Fact]
    public void Steps_run_downwards_on_one_axis()
    {
        var drawing = FlowLayout.Arrange(Scratch.Empty.Insert(Scratch.AfterSubmit, StepKind.Approval));

        Assert.Equal(["submit", "approval", "end"], drawing.Boxes.OrderBy(box => box.Top).Select(box => box.Id));
        Assert.Single(drawing.Boxes.Select(box => box.Middle).Distinct());
    }

    [Fact]
    public void Branches_stand_side_by_side_in_their_order_with_the_parent_over_the_middle()
    {
        var drawing = FlowLayout.Arrange(Scratch.Branched);
        var (approval, notify, decision) = (drawing.Box("approval")!, drawing.Box("notify")!, drawing.Box("decision")!);

        Assert.True(approval.Right < notify.Left);
        Assert.Equal(approval.Top, notify.Top);
        Assert.Equal((approval.Middle + notify.Middle) / 2, decision.Middle);
        Assert.Equal(decision.Middle, drawing.Box("end")!.Middle);
    }

    [Fact]
    public void Lines_back_to_one_step_share_a_trunk_at_the_left()
    {
        var drawn = Scratch.Empty
            .Insert(Scratch.AfterSubmit, StepKind.Approval)
            .Insert(new("approval", Outcomes.Approved), StepKind.Decision)
            .Insert(new("decision", Outcomes.True), StepKind.Decision);
        drawn = FlowEdits.Lead(drawn, new("decision", Outcomes.False), "approval").Required;
        drawn = FlowEdits.Lead(drawn, new("decision-2", Outcomes.False), "approval").Required;

        var back = FlowLayout.Arrange(drawn).Lines.Where(line => line.Back).ToList();

        Assert.Equal(2, back.Count);
        Assert.Single(back.Select(line => line.Points.Min(point => point.X)).Distinct());
    }

    [Fact]
    public void A_folded_branch_is_one_box_that_knows_its_steps()
    {
        var drawing = FlowLayout.Arrange(Scratch.Branched, new HashSet<Arrow> { new("decision", Outcomes.False) });

        var stack = Assert.Single(drawing.Boxes, box => box.Folded is not null).Folded!;
        Assert.Equal(["notify", "fork", "task", "approval-2", "join"], stack.Steps);
        Assert.Null(drawing.Box("fork"));
    }

    [Fact]
    public void The_same_definition_is_always_drawn_the_same() =>
        Assert.Equivalent(FlowLayout.Arrange(ContractApproval.Definition), FlowLayout.Arrange(ContractApproval.Definition), strict: true);

    [Fact]
    public void Contract_approval_can_be_looked_at() => Look.At(FlowLayout.Arrange(ContractApproval.Definition), ContractApproval.Definition);

    [Fact]
    public void What_the_start_does_not_lead_to_is_drawn_beside_it()
    {
        var drawn = Scratch.Branched;
        var broken = drawn with { Transitions = [.. drawn.Transitions.Where(line => line.From != "submit")] };

        var drawing = FlowLayout.Arrange(broken);

        Assert.Equal(broken.Ids().Order(), drawing.Boxes.Select(box => box.Id).Order());
    }

    [Theory]
    [InlineData(40, 50)]
    [InlineData(200, 250)]
    public void Large_drawings_are_laid_out_at_once(int steps, int milliseconds)
    {
        var drawn = Large(steps);
        FlowLayout.Arrange(drawn);
        var watch = Stopwatch.StartNew();
        var drawing = FlowLayout.Arrange(drawn);

        Assert.True(watch.ElapsedMilliseconds < milliseconds, $"{watch.ElapsedMilliseconds} ms");
        Look.At(drawing, drawn);
        Assert.Equal(steps > 30, FlowLayout.FoldedAtFirst(drawn).Count > 0);
    }

    /// <summary>Decisions with a short and a long branch, one below the other.</summary>
    private static WorkflowDefinition Large(int steps)
    {
        var drawn = Scratch.Empty;
        while (drawn.Activities.Count < steps)
        {
            var known = drawn.Ids().ToHashSet();
            drawn = drawn.Insert(Scratch.AfterSubmit, StepKind.Decision);
            var decision = drawn.Ids().Single(id => !known.Contains(id));
            for (var count = 0; count < 8 && drawn.Activities.Count < steps; count++)
            {
                drawn = drawn.Insert(new(decision, count == 0 ? Outcomes.False : Outcomes.True), StepKind.Approval);
            }
        }

        return drawn;
    }
}

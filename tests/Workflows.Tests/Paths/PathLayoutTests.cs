using Workflows.Activities.Approval;
using Workflows.Paths;
using Workflows.Tests.Playing;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Paths;

public class PathLayoutTests
{
    private static IEnumerable<(string, int, int)> Places(PathDrawing drawing) =>
        drawing.Nodes.Select(node => (node.Key, node.Column, node.Lane));

    [Fact]
    public void The_main_line_runs_in_lane_0_and_skipped_steps_below_it()
    {
        var drawing = PathLayout.Arrange(ContractApproval.Draft().Where("is-large").Path());

        Assert.Equal(
            [
                ("submit", 0, 0),
                ("manager", 1, 0),
                ("regional-director", 2, 0),
                ("sales-director", 3, 1),
                ("legal", 4, 1),
                ("leadership", 5, 1),
                ("approved", 6, 0),
            ],
            Places(drawing));
        Assert.Equal((7, 2), (drawing.Columns, drawing.Lanes));
    }

    [Fact]
    public void People_who_sign_at_once_are_stacked()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"), Draw.Approval("b"))).With("a", Gao, Zhang).With("b", Chen);

        var drawing = PathLayout.Arrange(play.Path());

        Assert.Equal([("submit", 0, 0), ("a/1", 1, 0), ("a/2", 1, 1), ("b", 2, 0), ("end", 3, 0)], Places(drawing));
        Assert.Equal([Gao, Zhang], drawing.Nodes.Where(node => node.Signer is not null).Select(node => node.Signer!.Person));
        Assert.Equal(
            ["submit > a/1", "submit > a/2", "a/1 > b", "a/2 > b", "b > end"],
            drawing.Lines.Select(line => $"{line.From} > {line.To}"));
    }

    [Theory]
    [InlineData(SignMode.Any)]
    [InlineData(SignMode.Sequence)]
    public void People_who_sign_otherwise_share_a_box(SignMode mode)
    {
        var play = new Play(Draw.Row(Draw.Approval("a", mode))).With("a", Gao, Zhang);

        Assert.Equal([("submit", 0, 0), ("a", 1, 0), ("end", 2, 0)], Places(PathLayout.Arrange(play.Path())));
    }

    [Fact]
    public void A_return_runs_from_the_box_of_the_person_who_returned()
    {
        var play = new Play(Draw.Row(Draw.Approval("a"))).With("a", Gao, Zhang).Start();
        play.Return(Zhang);

        var back = PathLayout.Arrange(play.Path()).Lines.Single(line => line.Edge.Kind == PathEdgeKind.Returned);

        Assert.Equal(("a/2", "submit"), (back.From, back.To));
    }

    [Fact]
    public void An_empty_path_is_an_empty_drawing()
    {
        var drawing = PathLayout.Arrange(new WorkflowPath([], []));

        Assert.Equal((0, 0), (drawing.Columns, drawing.Lanes));
    }
}

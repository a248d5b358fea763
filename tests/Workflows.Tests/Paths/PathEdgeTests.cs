using Workflows.Paths;
using Workflows.Tests.Playing;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Paths;

public class PathEdgeTests
{
    private static IEnumerable<string> Edges(Play play, PathEdgeKind kind) =>
        play.Path().Edges.Where(edge => edge.Kind == kind).Select(edge => $"{edge.From} > {edge.To}");

    [Fact]
    public void The_main_line_is_travelled_up_to_the_present_step_and_expected_from_there()
    {
        var play = ContractApproval.Draft().Where("is-large").Start();
        play.Approve(Gao);

        Assert.Equal(["submit > manager", "manager > regional-director"], Edges(play, PathEdgeKind.Travelled));
        Assert.Equal(["regional-director > approved"], Edges(play, PathEdgeKind.Expected));
    }

    [Fact]
    public void Skipped_steps_in_a_row_are_joined_into_one_row()
    {
        var play = ContractApproval.Draft().Start();

        Assert.Equal(
            [
                "manager > regional-director",
                "regional-director > sales-director",
                "sales-director > legal",
                "legal > leadership",
                "leadership > approved",
            ],
            Edges(play, PathEdgeKind.Skipped));
    }

    [Fact]
    public void A_skipped_alternative_hangs_beside_the_step_taken_instead()
    {
        var play = new Play(Draw.Workflow(
            [Draw.Start(), Draw.Decision("d"), Draw.Approval("a"), Draw.Approval("b"), Draw.End()],
            [
                Draw.Arrow("submit", "d"),
                Draw.Arrow("d", "a", "true"),
                Draw.Arrow("d", "b", "false"),
                Draw.Arrow("a", "end", "approved"),
                Draw.Arrow("b", "end", "approved"),
            ])).With("a", Gao).With("b", Zhang).Where("d");

        Assert.Equal(["submit > b", "b > end"], Edges(play, PathEdgeKind.Skipped));
        var drawing = PathLayout.Arrange(play.Path());
        Assert.Equal((1, 0), Place(drawing, "a"));
        Assert.Equal((1, 1), Place(drawing, "b"));
    }

    [Fact]
    public void A_row_of_many_skipped_steps_is_drawn_quickly()
    {
        var decisions = Enumerable.Range(0, 60).ToList();
        var play = new Play(Draw.Workflow(
            [Draw.Start(), .. decisions.Select(i => Draw.Decision($"d{i}")), .. decisions.Select(i => Draw.Approval($"a{i}")), Draw.End()],
            [
                Draw.Arrow("submit", "d0"),
                .. decisions.SelectMany(i => new[]
                {
                    Draw.Arrow($"d{i}", $"a{i}", "true"),
                    Draw.Arrow($"d{i}", i == 59 ? "end" : $"d{i + 1}", "false"),
                    Draw.Arrow($"a{i}", i == 59 ? "end" : $"d{i + 1}", "approved"),
                }),
            ]));

        Assert.Equal(61, Edges(play, PathEdgeKind.Skipped).Count());
    }

    private static (int, int) Place(PathDrawing drawing, string key)
    {
        var node = drawing.Nodes.Single(node => node.Key == key);
        return (node.Column, node.Lane);
    }
}

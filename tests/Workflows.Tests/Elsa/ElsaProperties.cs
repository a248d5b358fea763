using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>What holds for every flowchart without a way back. Runs write and read their state at every step (<see cref="ElsaPlay"/>).</summary>
public class ElsaProperties
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(200);

    /// <summary>Each number chooses the kind of an activity and the activities after it.</summary>
    private static readonly Arbitrary<int[]> Charts = Arb.From(
        from size in Gen.Choose(1, 12)
        from numbers in Gen.ArrayOf(Gen.Choose(0, 1_000_000), size)
        select numbers,
        numbers => numbers.Length > 1 ? [numbers[..^1], numbers[1..]] : []);

    [Fact]
    public void Counting_ends_whatever_ways_are_taken() => Prop.ForAll(Charts, numbers =>
    {
        var play = RunOut(numbers, JoinBehaviour.Counter);

        Assert.Equal((ElsaPlay.Finished, ""), (play.Status, play.Waiting));
        Assert.Empty(play.Main.Executions);
    }).Check(Config);

    // Elsa looks at a join only when a token arrives at it: one that came while another way was open, which was then not
    // taken, is left over, and the flowchart stays open.
    [Fact]
    public void Tokens_end_or_one_is_left_over_before_a_join() => Prop.ForAll(Charts, numbers =>
    {
        var play = RunOut(numbers, JoinBehaviour.Token);

        var left = play.Main.Executions.SelectMany(execution => execution.Tokens).Where(token => token is { Consumed: false, Blocked: false });
        Assert.Equal("", play.Waiting);
        Assert.Equal(play.Status == ElsaPlay.Finished, !left.Any());
        Assert.All(left, token => Assert.True(Ways(numbers, token.To) > 1));
    }).Check(Config);

    /// <summary>Ways into the activity of a node: the workflow is node 0 and its flowchart node 1.</summary>
    private static int Ways(int[] numbers, int node) =>
        Chart(numbers)["connections"]!.AsArray().Count(connection => (string)connection!["target"]!["activity"]! == $"n{node - 2}");

    [Fact]
    public void Counting_runs_every_activity_once_at_most() => Prop.ForAll(Charts, numbers =>
    {
        var lines = RunOut(numbers, JoinBehaviour.Counter).Lines.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(lines.Distinct(StringComparer.Ordinal), lines);
    }).Check(Config);

    [Fact]
    public void The_same_chart_has_the_same_run_twice() => Prop.ForAll(Charts, numbers =>
    {
        foreach (var joins in Enum.GetValues<JoinBehaviour>())
        {
            var (one, other) = (RunOut(numbers, joins), RunOut(numbers, joins));
            Assert.Equal(ElsaStateSerializer.Write(one.State!), ElsaStateSerializer.Write(other.State!));
            Assert.Equal(one.Effects.Count, other.Effects.Count);
        }
    }).Check(Config);

    [Fact]
    public void What_is_written_reads_the_same() => Prop.ForAll(Charts, numbers =>
    {
        var chart = Workflow(Chart(numbers));
        var written = ElsaWriter.Write(ElsaPlay.Read(chart));

        Assert.True(JsonNode.DeepEquals(chart, JsonNode.Parse(written)));
        Assert.Equal(written, ElsaWriter.Write(ElsaReader.Read(written).Definition!));
    }).Check(Config);

    private static ElsaPlay RunOut(int[] numbers, JoinBehaviour joins)
    {
        var play = ElsaPlay.Of(Chart(numbers), joins);
        for (var turn = numbers[0]; play.Waiting.Length > 0; turn /= 3)
        {
            var waiting = play.Main.Bookmarks;
            play.Accept(new ResumeElsa(waiting[turn % waiting.Length].Number));
        }

        return play;
    }

    private static JsonObject Chart(int[] numbers)
    {
        var activities = new List<JsonObject>();
        var connections = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < numbers.Length; i++)
        {
            var (id, number) = ("n" + i, numbers[i]);
            activities.Add((number % 4) switch
            {
                0 => Decision(id, number % 8 == 0),
                1 => Event(id),
                _ => Line(id),
            });

            // Forward only, and everything has a way in.
            if (i > 0)
            {
                connections.Add(Way(number / 8 % i, i));
            }

            for (var more = number / 64; more > 0 && i > 0; more /= 16)
            {
                connections.Add(Way(more % i, i));
            }
        }

        return Flow(string.Join(' ', connections), [.. activities]);

        string Way(int from, int to)
        {
            var port = numbers[from] % 4 == 0 ? (to % 2 == 0 ? ":True" : ":False") : "";
            return $"n{from}{port}>n{to}";
        }
    }
}

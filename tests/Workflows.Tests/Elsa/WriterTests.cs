using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Elsa.Reading;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

public class WriterTests
{
    private static readonly JsonObject Whole = Workflow(
        Flow("start>a a>d d:True>w", Start(), Line("a", Script("'<é> ' + 1")), Decision("d", true), Event("w").Merging("Race")),
        variables: [Declare("N", "Int32", "5")],
        inputs: [Argument("In", "String")]);

    [Fact]
    public void Everything_that_was_read_is_written_positions_on_the_canvas_included()
    {
        var written = ElsaWriter.Write(ElsaPlay.Read(Whole));

        Assert.True(JsonNode.DeepEquals(Whole, JsonNode.Parse(written)));
        Assert.StartsWith("{\n  \"$schema\":", written, StringComparison.Ordinal);
        Assert.Contains("'<é> ' + 1", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_what_was_written_gives_the_same_bytes()
    {
        var once = ElsaWriter.Write(ElsaPlay.Read(Whole));

        Assert.Equal(once, ElsaWriter.Write(ElsaReader.Read(once).Definition!));
    }

    [Fact]
    public void What_was_written_runs_with_the_same_result()
    {
        var written = (JsonObject)JsonNode.Parse(ElsaWriter.Write(ElsaPlay.Read(Whole)))!;

        var (one, other) = (new ElsaPlay(Whole).Start(), new ElsaPlay(written).Start());

        Assert.Equal((one.Lines, one.Status, one.Waiting), (other.Lines, other.Status, other.Waiting));
        Assert.Equal(JsonSerializer.Serialize(one.State), JsonSerializer.Serialize(other.State));
    }
}

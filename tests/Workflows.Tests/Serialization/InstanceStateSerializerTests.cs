using System.Text.Json;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Serialization;

public class InstanceStateSerializerTests
{
    private static InstanceState Rich()
    {
        var play = ContractApproval.Draft().Where("is-large").Start();
        play.Approve(Gao);
        play.Return(Zhang, Workflows.WorkItems.ResumeMode.StraightBack);
        play.Resubmit();
        return play.State!;
    }

    [Fact]
    public void A_state_reads_back_as_it_was_written()
    {
        var written = InstanceStateSerializer.Write(Rich());

        Assert.Equal(written, InstanceStateSerializer.Write(InstanceStateSerializer.Read(written)));
    }

    [Fact]
    public void The_row_says_its_version() =>
        Assert.StartsWith("""{"version":2,"state":{"status":"running",""", InstanceStateSerializer.Write(Rich()), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_version_is_refused()
    {
        var newer = InstanceStateSerializer.Write(Rich()).Replace("\"version\":2", "\"version\":3", StringComparison.Ordinal);

        var error = Assert.Throws<FormatException>(() => InstanceStateSerializer.Read(newer));

        Assert.Equal("Expected an instance state of version 2, but found version 3.", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version":"one"}""")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":2,"state":null}""")]
    [InlineData("""{"version":2,"state":{"status":"running"}}""")]
    [InlineData("""{"version":2,"state":{},"more":1}""")]
    public void Other_text_is_refused(string text) => Assert.Throws<FormatException>(() => InstanceStateSerializer.Read(text));

    [Fact]
    public void Events_read_back_as_they_were_written()
    {
        var play = ContractApproval.Draft().Start();
        play.Approve(Gao);

        var written = JsonSerializer.Serialize(play.Commands, JsonSerializerOptions.Web);
        var read = JsonSerializer.Deserialize<IReadOnlyList<IReadOnlyList<WorkflowEvent>>>(written, JsonSerializerOptions.Web)!;

        Assert.Equal(written, JsonSerializer.Serialize(read, JsonSerializerOptions.Web));
        Assert.Equal(InstanceStateSerializer.Write(play.State!), InstanceStateSerializer.Write(InstanceState.Replay(read)!));
    }

    [Fact]
    public void Events_begin_with_the_start() =>
        Assert.Throws<ArgumentException>(() => InstanceState.Replay([[new InstanceWithdrawn(default, Lin, null)]]));
}

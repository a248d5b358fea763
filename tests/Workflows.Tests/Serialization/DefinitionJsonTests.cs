using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Serialization;

public class DefinitionJsonTests
{
    [Fact]
    public void Reading_and_writing_gives_the_same_file()
    {
        var written = JsonSerializer.Serialize(ContractApproval.Definition, ContractApproval.Options);

        Assert.Equal(JsonNode.Parse(ContractApproval.Text)!.ToJsonString(ContractApproval.Options), written);
    }

    [Fact]
    public void Settings_keep_their_order_and_defaults_are_left_out()
    {
        ActivityDefinition activity = Draw.Approval("a", SignMode.Sequence) with { IfNoSigner = NoSignerPolicy.Reject, ApproveNeedsComment = true };

        Assert.Equal(
            """{"kind":"approval","id":"a","label":"Step a","mode":"sequence","signers":[{"rule":"role","role":"signer"}],"ifNoSigner":"reject","approveNeedsComment":true}""",
            JsonSerializer.Serialize(activity, ContractApproval.Options));
    }

    [Fact]
    public void Every_kind_that_a_file_may_name_is_listed_for_running()
    {
        foreach (var kind in typeof(ActivityDefinition).GetCustomAttributes<JsonDerivedTypeAttribute>())
        {
            // Two kinds write into something, each in its own way.
            var into = Equals(kind.TypeDiscriminator, "httpCall") ? "{}" : "\"\"";
            var text = $$$"""{"kind":"{{{kind.TypeDiscriminator}}}","id":"x","label":"X","signers":[],"to":[],"message":"","condition":{},"values":{},"cases":[],"branches":[],"formula":"","into":{{{into}}},"form":"","link":"","workflow":"","url":"","subject":"","text":""}""";
            var lenient = new JsonSerializerOptions(JsonSerializerDefaults.Web);
            var activity = JsonSerializer.Deserialize<ActivityDefinition>(text, lenient)!;

            var definition = Draw.Workflow([activity], []);

            Assert.NotEmpty(WorkflowCompiler.Compile(definition).Problems);
            Assert.Equal(kind.DerivedType, activity.GetType());
        }
    }
}

using System.Text.Json;
using Forms.Definitions;
using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Design;

namespace Workflows.Tests.Design;

/// <summary>Workflows that begin on an empty page, and words for what tests do to them.</summary>
internal static class Scratch
{
    public static WorkflowDefinition Empty => NewSteps.Workflow("purchase", "Purchase", "purchase", "Submit", "Approved");

    public static readonly Arrow AfterSubmit = new("submit", Outcomes.Done);

    public static WorkflowDefinition Insert(this WorkflowDefinition definition, Arrow at, StepKind kind, string? label = null) =>
        FlowEdits.Insert(definition, at, NewSteps.Create(kind, label ?? kind.ToString(), number => $"Branch {number}"), "Meet").Required;

    public static ActivityDefinition Step(this WorkflowDefinition definition, string id) => definition.Activities.Single(step => step.Id == id);

    public static string? Target(this WorkflowDefinition definition, string from, string outcome = Outcomes.Done) =>
        definition.Transitions.SingleOrDefault(line => Arrow.Of(line) == new Arrow(from, outcome))?.To;

    public static IEnumerable<string> Ids(this WorkflowDefinition definition) => definition.Activities.Select(step => step.Id);

    public static string Text(WorkflowDefinition definition) => DefinitionWriter.Write("pack/workflows/purchase/workflow.json", "workflow", definition);

    public static WorkflowDefinition Read(string text)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(text)!.AsObject();
        json.Remove("$schema");
        return json.Deserialize<WorkflowDefinition>(DefinitionJson.Options)!;
    }

    /// <summary>Submit, a decision whose branches are one approval and nothing, a parallel part of two approvals, end.</summary>
    public static WorkflowDefinition Branched
    {
        get
        {
            var drawn = Empty
                .Insert(AfterSubmit, StepKind.Decision)
                .Insert(new("decision", Outcomes.True), StepKind.Approval);
            drawn = drawn.Insert(new("decision", Outcomes.False), StepKind.Notify);
            drawn = FlowEdits.Insert(drawn, new("notify", Outcomes.Done), NewSteps.Create(StepKind.Fork, "Together", number => $"Branch {number}"), "Meet").Required;
            return drawn.Insert(new("fork", "branch-1"), StepKind.FillIn).Insert(new("fork", "branch-2"), StepKind.Approval, "Second");
        }
    }

    public static ApprovalActivity Approval(this WorkflowDefinition definition, string id) => (ApprovalActivity)definition.Step(id);
}

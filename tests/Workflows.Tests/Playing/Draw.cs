using System.Text.Json;
using Forms.Conditions;
using Workflows.Activities.Approval;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.Notify;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Definitions;

namespace Workflows.Tests.Playing;

/// <summary>Short words for drawing workflows in tests.</summary>
internal static class Draw
{
    public static readonly IReadOnlyList<SignerRule> AnyRule = [new RoleRule { Role = "signer" }];

    public static StartActivity Start(string id = "submit") => new() { Id = id, Label = "Submit" };

    public static EndActivity End(string id = "end", EndResult result = EndResult.Approved) => new() { Id = id, Label = "Done", Result = result };

    public static ApprovalActivity Approval(string id, SignMode mode = SignMode.All) =>
        new() { Id = id, Label = $"Step {id}", Mode = mode, Signers = AnyRule };

    public static DecisionActivity Decision(string id) =>
        new() { Id = id, Label = $"Is {id}", Condition = new Condition { Field = id } };

    public static SetFieldActivity SetField(string id, string field, string value) =>
        new() { Id = id, Label = $"Set {field}", Values = new Dictionary<string, JsonElement> { [field] = JsonSerializer.SerializeToElement(value) } };

    public static NotifyActivity Notify(string id, string message = "{number} is done") =>
        new() { Id = id, Label = "Tell", To = AnyRule, Message = message };

    public static TransitionDefinition Arrow(string from, string to, string? outcome = null) =>
        new() { From = from, Outcome = outcome, To = to };

    public static WorkflowDefinition Workflow(IReadOnlyList<ActivityDefinition> activities, IReadOnlyList<TransitionDefinition> transitions) => new()
    {
        Key = "drawn",
        Label = "Drawn",
        Form = "contract",
        Activities = activities,
        Transitions = transitions,
    };

    /// <summary>Start, these steps one after the other by their good outcome, end.</summary>
    public static WorkflowDefinition Row(params ActivityDefinition[] steps)
    {
        ActivityDefinition[] all = [Start(), .. steps, End()];
        return Workflow(all, [.. all.Zip(all.Skip(1), (from, to) => Arrow(from.Id, to.Id, from is ApprovalActivity ? "approved" : null))]);
    }
}

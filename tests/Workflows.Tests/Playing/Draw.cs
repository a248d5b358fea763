using System.Text.Json;
using Forms.Conditions;
using Workflows.Activities.Approval;
using Workflows.Activities.Compute;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.FillIn;
using Workflows.Activities.Fork;
using Workflows.Activities.HttpCall;
using Workflows.Activities.Join;
using Workflows.Activities.Notify;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Switch;
using Workflows.Activities.Wait;
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

    public static FillInActivity FillIn(string id, params string[] buttons) => new()
    {
        Id = id,
        Label = $"Fill in {id}",
        Signers = AnyRule,
        Buttons = buttons.Length == 0 ? null : [.. buttons.Select(name => new FillInButton { Name = name, Label = name })],
    };

    /// <summary>Branches are always taken; name one with a question mark to ask for it.</summary>
    public static ForkActivity Fork(string id, params string[] branches) => new()
    {
        Id = id,
        Label = $"Fork {id}",
        Branches = [.. branches.Select(name => new ForkBranch { Name = name.TrimEnd('?'), Label = name, Condition = name.EndsWith('?') ? new Condition { Field = name } : null })],
    };

    public static JoinActivity Join(string id, JoinMode mode = JoinMode.All, int? count = null) => new() { Id = id, Label = $"Join {id}", Mode = mode, Count = count };

    public static SwitchActivity Switch(string id, params string[] cases) =>
        new() { Id = id, Label = $"Which {id}", Cases = [.. cases.Select(name => new SwitchCase { Name = name, Label = name, Condition = new Condition { Field = name } })] };

    public static WaitActivity WaitForEvent(string id, string? after = null) => new() { Id = id, Label = $"Wait {id}", Event = id, After = after };

    public static WaitActivity WaitFor(string id, string after) => new() { Id = id, Label = $"Wait {id}", After = after };

    public static HttpCallActivity Call(string id) => new() { Id = id, Label = $"Call {id}", Url = "https://example.org" };

    public static SubWorkflowActivity SubWorkflow(string id) => new() { Id = id, Label = $"Run {id}", Workflow = "other", Link = "customer" };

    public static ComputeActivity Compute(string id) => new() { Id = id, Label = $"Compute {id}", Formula = $"{id}.formula.js", Into = "risk" };

    public static DeadlineSettings Deadline(string after, params DeadlineTier[] tiers) => new() { After = after, Tiers = tiers };

    public static DeadlineTier Tier(TierAct act, TierMoment when = TierMoment.Late, string? by = null) => new() { Act = act, When = when, By = by };

    /// <summary>Start, a fork whose branches have these steps each, its join, the steps behind it, end.</summary>
    public static WorkflowDefinition Forked(JoinActivity join, IReadOnlyList<ActivityDefinition[]> branches, params ActivityDefinition[] behind)
    {
        var names = branches.Select((_, index) => $"b{index + 1}").ToArray();
        ActivityDefinition[] tail = [join, .. behind, End()];
        return Workflow(
            [Start(), Fork("fork", names), .. branches.SelectMany(branch => branch), .. tail],
            [
                Arrow("submit", "fork"),
                .. branches.SelectMany((branch, index) => (TransitionDefinition[])[Arrow("fork", branch[0].Id, names[index]), .. Chain([.. branch, join])]),
                .. Chain(tail),
            ]);
    }

    /// <summary>Arrows from each step to the next by its good outcome.</summary>
    public static IEnumerable<TransitionDefinition> Chain(params ActivityDefinition[] steps) =>
        steps.Zip(steps.Skip(1), (from, to) => Arrow(from.Id, to.Id, GoodOutcome(from)));

    public static string? GoodOutcome(ActivityDefinition step) => step switch
    {
        ApprovalActivity or SubWorkflowActivity => Outcomes.Approved,
        FillInActivity { Buttons: [var first, ..] } => first.Name,
        _ => null,
    };

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
        return Workflow(all, [.. Chain(all)]);
    }
}

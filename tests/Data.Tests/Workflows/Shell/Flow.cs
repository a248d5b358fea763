using Workflows.Activities.Approval;
using Workflows.Activities.End;
using Workflows.Activities.Start;
using Workflows.Activities.SubWorkflow;
using Workflows.Definitions;

namespace Data.Tests.Workflows.Shell;

/// <summary>Draws workflows: a line of steps from the start to the end, and what leads elsewhere.</summary>
internal static class Flow
{
    /// <summary>A workflow of requests that somebody submits.</summary>
    internal static WorkflowDefinition Line(string key, params ActivityDefinition[] steps) => On(ShellCompany.Request, key, steps) with
    {
        Status = new RecordStatusSettings { Field = "status", InApproval = "inApproval", Returned = "returned", Rejected = "rejected", Approved = "approved", Withdrawn = "draft" },
    };

    /// <summary>A workflow of another form. The first step may be the start.</summary>
    internal static WorkflowDefinition On(string form, string key, params ActivityDefinition[] steps)
    {
        ActivityDefinition[] all = [.. steps[0] is StartActivity ? [] : new[] { new StartActivity { Id = "start", Label = "Start" } }, .. steps, new EndActivity { Id = "end", Label = "End" }];
        return new WorkflowDefinition
        {
            Key = key,
            Label = key,
            Form = form,
            Activities = all,
            Transitions = [.. all.Zip(all.Skip(1), (from, to) => new TransitionDefinition { From = from.Id, Outcome = from is ApprovalActivity or SubWorkflowActivity ? Outcomes.Approved : null, To = to.Id })],
        };
    }

    /// <summary>The same with more steps and ways.</summary>
    internal static WorkflowDefinition With(this WorkflowDefinition flow, IReadOnlyList<ActivityDefinition> steps, params (string From, string? Outcome, string To)[] ways) => flow with
    {
        Activities = [.. flow.Activities, .. steps],
        Transitions = [.. flow.Transitions, .. ways.Select(way => new TransitionDefinition { From = way.From, Outcome = way.Outcome, To = way.To })],
    };

    internal static ApprovalActivity Approval(string id, params string[] people) =>
        new() { Id = id, Label = id, Signers = [.. people.Select(person => new PersonRule { Person = person })] };

    internal static StartActivity StartedBy(StartTriggerKind kind) => new() { Id = "start", Label = "Start", On = [new StartTrigger { By = kind }] };
}

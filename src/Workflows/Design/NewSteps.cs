using Workflows.Activities.Approval;
using Workflows.Activities.Compute;
using Workflows.Activities.CreateRecord;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.FillIn;
using Workflows.Activities.Fork;
using Workflows.Activities.HttpCall;
using Workflows.Activities.Join;
using Workflows.Activities.Mail;
using Workflows.Activities.Notify;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Switch;
using Workflows.Activities.UpdateRecord;
using Workflows.Activities.Wait;
using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>Steps as they are when somebody has just put them into the drawing: whole, but with much left to say.</summary>
public static class NewSteps
{
    /// <summary>What the designer offers, the most wanted first.</summary>
    public static IReadOnlyList<StepKind> Offered { get; } =
    [
        StepKind.Approval, StepKind.FillIn, StepKind.Notify, StepKind.Decision, StepKind.Switch, StepKind.Fork, StepKind.SetField, StepKind.Compute,
        StepKind.Wait, StepKind.Mail, StepKind.CreateRecord, StepKind.UpdateRecord, StepKind.SubWorkflow, StepKind.HttpCall, StepKind.End,
    ];

    public static StepKind KindOf(ActivityDefinition step) => step switch
    {
        StartActivity => StepKind.Start,
        ApprovalActivity => StepKind.Approval,
        FillInActivity => StepKind.FillIn,
        NotifyActivity => StepKind.Notify,
        MailActivity => StepKind.Mail,
        DecisionActivity => StepKind.Decision,
        SwitchActivity => StepKind.Switch,
        ForkActivity => StepKind.Fork,
        JoinActivity => StepKind.Join,
        SetFieldActivity => StepKind.SetField,
        ComputeActivity => StepKind.Compute,
        CreateRecordActivity => StepKind.CreateRecord,
        UpdateRecordActivity => StepKind.UpdateRecord,
        WaitActivity => StepKind.Wait,
        SubWorkflowActivity => StepKind.SubWorkflow,
        HttpCallActivity => StepKind.HttpCall,
        EndActivity => StepKind.End,
        _ => throw new ArgumentException($"Expected a kind listed in {nameof(StepKind)}, but found {step.GetType().Name}.", nameof(step)),
    };

    /// <summary>A new step.</summary>
    /// <param name="label">Its name for people.</param>
    /// <param name="branch">What its branches are called, by number from 1.</param>
    public static ActivityDefinition Create(StepKind kind, string label, Func<int, string> branch) => kind switch
    {
        StepKind.Approval => new ApprovalActivity { Id = "approval", Label = label, Signers = [], Mode = SignMode.Any },
        StepKind.FillIn => new FillInActivity { Id = "task", Label = label, Signers = [] },
        StepKind.Notify => new NotifyActivity { Id = "notify", Label = label, To = [], Message = string.Empty },
        StepKind.Mail => new MailActivity { Id = "mail", Label = label, Subject = string.Empty, Text = string.Empty },
        StepKind.Decision => new DecisionActivity { Id = "decision", Label = label, Condition = Branches.Blank },
        StepKind.Switch => new SwitchActivity { Id = "switch", Label = label, Cases = [.. Numbers.Select(number => new SwitchCase { Name = $"case-{number}", Label = branch(number), Condition = Branches.Blank })] },
        StepKind.Fork => new ForkActivity { Id = "fork", Label = label, Branches = [.. Numbers.Select(number => new ForkBranch { Name = $"branch-{number}", Label = branch(number) })] },
        StepKind.SetField => new SetFieldActivity { Id = "set-fields", Label = label, Values = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal) },
        StepKind.Compute => new ComputeActivity { Id = "compute", Label = label, Formula = string.Empty, Into = string.Empty },
        StepKind.CreateRecord => new CreateRecordActivity { Id = "create-record", Label = label, Form = string.Empty },
        StepKind.UpdateRecord => new UpdateRecordActivity { Id = "update-record", Label = label, Link = string.Empty },
        StepKind.Wait => new WaitActivity { Id = "wait", Label = label, After = "1bd" },
        StepKind.SubWorkflow => new SubWorkflowActivity { Id = "sub-workflow", Label = label, Workflow = string.Empty },
        StepKind.HttpCall => new HttpCallActivity { Id = "http-call", Label = label, Url = string.Empty },
        StepKind.End => new EndActivity { Id = "end", Label = label },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Starts and joins are not put in by themselves."),
    };

    /// <summary>A workflow of nothing but its start and its end.</summary>
    public static WorkflowDefinition Workflow(string key, string label, string form, string start, string end) => new()
    {
        Key = key,
        Label = label,
        Form = form,
        Activities = [new StartActivity { Id = "submit", Label = start }, new EndActivity { Id = "end", Label = end }],
        Transitions = [new() { From = "submit", To = "end" }],
    };

    private static IEnumerable<int> Numbers => [1, 2];
}

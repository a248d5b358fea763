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

namespace Workflows.Activities;

/// <summary>The kinds of activities, listed by hand. A test holds it against the kinds that files may name.</summary>
internal static class ActivityKinds
{
    private static readonly ApprovalKind Approval = new();
    private static readonly ComputeKind Compute = new();
    private static readonly CreateRecordKind CreateRecord = new();
    private static readonly DecisionKind Decision = new();
    private static readonly EndKind End = new();
    private static readonly FillInKind FillIn = new();
    private static readonly ForkKind Fork = new();
    private static readonly HttpCallKind HttpCall = new();
    private static readonly JoinKind Join = new();
    private static readonly MailKind Mail = new();
    private static readonly NotifyKind Notify = new();
    private static readonly SetFieldKind SetField = new();
    private static readonly StartKind Start = new();
    private static readonly SubWorkflowKind SubWorkflow = new();
    private static readonly SwitchKind Switch = new();
    private static readonly UpdateRecordKind UpdateRecord = new();
    private static readonly WaitKind Wait = new();

    public static ActivityKind Of(ActivityDefinition activity) => activity switch
    {
        ApprovalActivity => Approval,
        ComputeActivity => Compute,
        CreateRecordActivity => CreateRecord,
        DecisionActivity => Decision,
        EndActivity => End,
        FillInActivity => FillIn,
        ForkActivity => Fork,
        HttpCallActivity => HttpCall,
        JoinActivity => Join,
        MailActivity => Mail,
        NotifyActivity => Notify,
        SetFieldActivity => SetField,
        StartActivity => Start,
        SubWorkflowActivity => SubWorkflow,
        SwitchActivity => Switch,
        UpdateRecordActivity => UpdateRecord,
        WaitActivity => Wait,
        _ => throw new ArgumentException($"Expected a kind listed in {nameof(ActivityKinds)}, but found {activity.GetType().Name}.", nameof(activity)),
    };
}

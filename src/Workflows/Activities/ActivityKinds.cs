using Workflows.Activities.Approval;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.Notify;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Definitions;

namespace Workflows.Activities;

/// <summary>The kinds of activities, listed by hand. A test holds it against the kinds that files may name.</summary>
internal static class ActivityKinds
{
    private static readonly StartKind Start = new();
    private static readonly DecisionKind Decision = new();
    private static readonly ApprovalKind Approval = new();
    private static readonly SetFieldKind SetField = new();
    private static readonly NotifyKind Notify = new();
    private static readonly EndKind End = new();

    public static ActivityKind Of(ActivityDefinition activity) => activity switch
    {
        StartActivity => Start,
        DecisionActivity => Decision,
        ApprovalActivity => Approval,
        SetFieldActivity => SetField,
        NotifyActivity => Notify,
        EndActivity => End,
        _ => throw new ArgumentException($"Expected a kind listed in {nameof(ActivityKinds)}, but found {activity.GetType().Name}.", nameof(activity)),
    };
}

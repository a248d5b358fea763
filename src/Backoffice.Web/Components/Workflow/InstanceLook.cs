using Workflows.Runtime;

namespace Backoffice.Web.Components.Workflow;

/// <summary>The state of an instance as a key of the pills.</summary>
public static class InstanceLook
{
    public static string Key(InstanceStatus status) => status switch
    {
        InstanceStatus.Running => "inApproval",
        InstanceStatus.Returned => "returned",
        InstanceStatus.Completed => "approved",
        InstanceStatus.Rejected => "rejected",
        InstanceStatus.Withdrawn => "withdrawn",
        InstanceStatus.Suspended => "onHold",
        InstanceStatus.Cancelled => "cancelled",
        _ => "draft",
    };
}

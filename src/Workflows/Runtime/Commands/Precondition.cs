using System.Diagnostics.CodeAnalysis;
using Forms.Problems;

namespace Workflows.Runtime.Commands;

/// <summary>What must hold before a command is handled. Each refuses the run and returns false when it does not.</summary>
internal static class Precondition
{
    public static bool Allows(StepRun run, InstanceState? state, InstanceAct act)
    {
        var status = state?.Status ?? InstanceStatus.NotStarted;
        if (InstanceLifecycle.Allows(status, act))
        {
            return true;
        }

        var expected = string.Join(" or ", InstanceLifecycle.StatusesFor(act).Select(InWords));
        run.Refuse(
            RefusalReason.InvalidState,
            "instance.wrong-status",
            $"Expected an instance that is {expected}, but found it {InWords(status)}.",
            expected,
            InWords(status));
        return false;
    }

    /// <summary>The command is one that only the initiator may give.</summary>
    public static bool IsInitiator(StepRun run, InstanceState state, Guid person, string act)
    {
        if (state.Initiator == person)
        {
            return true;
        }

        run.Refuse(RefusalReason.Forbidden, "instance.not-initiator", $"Expected the initiator to {act}, but found somebody else.", act);
        return false;
    }

    public static bool HasComment(StepRun run, [NotNullWhen(true)] string? comment, string act)
    {
        if (!string.IsNullOrWhiteSpace(comment))
        {
            return true;
        }

        run.Refuse(RefusalReason.Invalid, "comment.required", $"Expected a comment to {act}, but found none.", act);
        return false;
    }

    private static string InWords(InstanceStatus status) => status switch
    {
        InstanceStatus.NotStarted => "not started",
        InstanceStatus.Running => "in approval",
        InstanceStatus.Returned => "returned",
        InstanceStatus.Completed => "approved",
        InstanceStatus.Rejected => "rejected",
        _ => "withdrawn",
    };
}

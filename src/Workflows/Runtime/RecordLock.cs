using Forms.Problems;
using Workflows.Activities.Approval;
using Workflows.Definitions;

namespace Workflows.Runtime;

/// <summary>
/// Who may change the record of an instance. While it is in approval nobody may, but the people who hold an open work
/// item of a step that lets its signers edit; while it is returned, only its initiator. Afterwards, and before, only
/// the ordinary permissions count. Rights by field come on top of it.
/// </summary>
public static class RecordLock
{
    /// <summary>Null when the person may edit as far as the workflow is concerned; otherwise why not.</summary>
    /// <param name="state">Null when no instance was ever started.</param>
    public static Refused? WhyNotEdit(CompiledWorkflow workflow, InstanceState? state, Guid person) => state?.Status switch
    {
        InstanceStatus.Running when !MayEditInApproval(workflow, state, person) => Locked("in approval"),
        InstanceStatus.Returned when state.Initiator != person => Locked("returned to its initiator"),
        _ => null,
    };

    private static bool MayEditInApproval(CompiledWorkflow workflow, InstanceState state, Guid person) =>
        state.OpenWorkItems.Any(item => item.Person == person
            && workflow.IndexOf(item.ActivityId) is { } index
            && workflow.Activities[index] is ApprovalActivity { SignersMayEdit: true });

    private static Refused Locked(string found) =>
        new(RefusalReason.InvalidState, "record.locked", $"Expected a record that is open for editing, but found it {found}.")
        {
            Arguments = [found],
        };
}

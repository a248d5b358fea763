using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Properties;

/// <summary>The workflows that random acts are tried on.</summary>
internal static class Games
{
    public static readonly IReadOnlyList<WorkflowDefinition> All = [ContractApproval.Definition, Loops, Policies(SignMode.All), Policies(SignMode.Any), Policies(SignMode.Sequence)];

    /// <summary>A rejection goes back to an earlier step, and a condition can ask for another turn.</summary>
    private static WorkflowDefinition Loops => Draw.Workflow(
        [
            Draw.Start(),
            Draw.Approval("a", SignMode.Sequence),
            Draw.SetField("s", "note", "again"),
            Draw.Approval("b", SignMode.Any) with { IfNoSigner = NoSignerPolicy.Reject },
            Draw.Decision("again"),
            Draw.End(),
        ],
        [
            Draw.Arrow("submit", "a"),
            Draw.Arrow("a", "b", "approved"),
            Draw.Arrow("b", "s", "rejected"),
            Draw.Arrow("s", "a"),
            Draw.Arrow("b", "again", "approved"),
            Draw.Arrow("again", "a", "true"),
            Draw.Arrow("again", "end", "false"),
        ]);

    /// <summary>Every pair of policies, one step after the other.</summary>
    private static WorkflowDefinition Policies(SignMode mode) => Draw.Row(
    [
        .. from nobody in Enum.GetValues<NoSignerPolicy>()
           from initiator in Enum.GetValues<InitiatorPolicy>()
           select Draw.Approval($"{nobody}-{initiator}", mode) with
           {
               IfNoSigner = nobody,
               StandIn = nobody == NoSignerPolicy.Person ? "admin" : null,
               IfInitiator = initiator,
               ApproveNeedsComment = mode == SignMode.Any,
           },
    ]);
}

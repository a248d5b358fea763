using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>
/// Joins ways of a flowchart, which does the waiting. When it runs, what is still on its way to it is cancelled.
/// </summary>
internal sealed class FlowJoinKind : ElsaKind
{
    public const string WaitAll = nameof(WaitAll);
    public const string WaitAny = nameof(WaitAny);
    public const string WaitAllActive = nameof(WaitAllActive);

    /// <summary>What <see cref="WaitAll"/> was called for a while.</summary>
    public const string WaitAllInbound = nameof(WaitAllInbound);

    public override string Type => "Elsa.FlowJoin";

    public override IReadOnlyList<InputRule> Inputs { get; } = [InputRule.OneOf("mode", WaitAll, WaitAny, WaitAllActive, WaitAllInbound)];

    public override void Execute(Instance instance, Execution at)
    {
        if (at.Parent is { } flowchart && flowchart.Node.Graphs is not null)
        {
            FlowchartKind.CancelAncestors(instance, flowchart, at.Node);
        }

        instance.Complete(at);
    }
}

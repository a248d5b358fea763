using Workflows.Elsa.Flowcharts;
using Workflows.Elsa.Kinds;

namespace Workflows.Elsa.Definitions;

/// <summary>
/// An activity in a compiled workflow. A workflow used as an activity stands in it with everything inside, so one workflow
/// used twice is there twice.
/// </summary>
internal sealed class ElsaNode(int index, ElsaKind kind, ElsaActivity activity)
{
    public int Index { get; } = index;

    public ElsaKind Kind { get; } = kind;

    public ElsaActivity Activity { get; } = activity;

    /// <summary>For workflows, and activities that stand for one: the definition.</summary>
    public ElsaDefinition? Definition { get; init; }

    public List<ElsaNode> Children { get; } = [];

    public Dictionary<string, ElsaNode> Ports { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands behind the cases of a switch, case by case.</summary>
    public List<ElsaNode?> Cases { get; } = [];

    /// <summary>For flowcharts.</summary>
    public FlowGraphs? Graphs { get; set; }

    public ElsaNode? Port(string name) => Ports.GetValueOrDefault(name);
}

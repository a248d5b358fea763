using Workflows.Definitions;

namespace Workflows.Design.Layout;

/// <summary>
/// Lays a workflow out from top to bottom. Branches stand side by side in the order of their outcomes; what follows them
/// stands below all of them; lines upwards run at the left of what they pass, lines that skip something at the right, and
/// those with one target share a trunk. No line crosses a box. Pure and deterministic.
/// </summary>
public static class FlowLayout
{
    /// <param name="folded">The arrows whose branches are shown as one box.</param>
    public static FlowDrawing Arrange(WorkflowDefinition definition, IReadOnlySet<Arrow>? folded = null)
    {
        var flow = new Flow(definition);
        var placing = new ChainPlacing(flow);
        var (x, height) = (Sizes.Margin, 0);
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in Roots(flow))
        {
            var order = new FlowOrder(flow, root, drawn);
            drawn = [.. drawn, .. order.Steps];
            var chain = new ChainBuilder(flow, order, folded ?? new HashSet<Arrow>()).Build(root);
            placing.Place(chain, x + chain.Left, Sizes.Margin, lead: null);
            x += chain.Left + chain.Right + Sizes.Margin;
            height = Math.Max(height, chain.Height);
        }

        return new FlowDrawing(x, height + (2 * Sizes.Margin), placing.Boxes, placing.Lines, placing.Inserts, placing.Branches);
    }

    /// <summary>Branches that are shown folded at first in a large drawing: those of more than six steps, the innermost that are enough.</summary>
    public static IReadOnlySet<Arrow> FoldedAtFirst(WorkflowDefinition definition)
    {
        const int Large = 30;
        const int Long = 6;
        var folded = new HashSet<Arrow>();
        if (definition.Activities.Count <= Large)
        {
            return folded;
        }

        foreach (var (arrow, steps) in Branches(definition))
        {
            if (steps.Count > Long)
            {
                folded.Add(arrow);
            }
        }

        return folded;
    }

    /// <summary>The arrows that lead into branches of their own, with the steps on each.</summary>
    public static IReadOnlyDictionary<Arrow, IReadOnlyList<string>> Branches(WorkflowDefinition definition)
    {
        var flow = new Flow(definition);
        var found = new Dictionary<Arrow, IReadOnlyList<string>>();
        if (flow.Start is not { } start)
        {
            return found;
        }

        var order = new FlowOrder(flow, start);
        foreach (var arrow in order.Steps.Where(id => flow.OutOf(id).Count > 1).SelectMany(flow.OutOf))
        {
            var head = flow.Target(arrow)!;
            if (order.Before(head).SequenceEqual([arrow]))
            {
                found[arrow] = [.. order.Steps.Where(id => order.Dominates(head, id))];
            }
        }

        return found;
    }

    /// <summary>The start, and in a broken drawing the first steps of whatever it does not lead to.</summary>
    private static List<string> Roots(Flow flow)
    {
        var roots = new List<string>();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in flow.Ids.OrderBy(id => id != flow.Start).ThenBy(id => flow.Into(id).Any()))
        {
            if (!reached.Contains(id))
            {
                roots.Add(id);
                reached.UnionWith(flow.From(id));
            }
        }

        return roots;
    }
}

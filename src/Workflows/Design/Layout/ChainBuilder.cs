using Workflows.Definitions;

namespace Workflows.Design.Layout;

/// <summary>
/// Groups the steps that a root leads to into chains. A step that only one arrow leads to stands below the step before it,
/// or at the head of a branch; a step where branches meet stands below the branching that all ways to it pass.
/// </summary>
internal sealed class ChainBuilder(Flow flow, FlowOrder order, IReadOnlySet<Arrow> folded)
{
    private readonly ILookup<string, string> _merges = order.Steps
        .Where(id => order.Before(id).Count() > 1 && order.Dominator(id) is not null)
        .ToLookup(id => order.Dominator(id)!, StringComparer.Ordinal);

    public Chain Build(string head)
    {
        var chain = new Chain();
        Append(chain, head);
        ChainMeasure.Measure(chain);
        return chain;
    }

    /// <summary>A loop where it can be, so that a long flow does not end the process; merges come after what they merge.</summary>
    private void Append(Chain chain, string head)
    {
        var pending = new Stack<string>([head]);
        while (pending.TryPop(out var id))
        {
            var arrows = flow.OutOf(id);
            var (width, height) = Sizes.Of(flow.Step(id));
            var branches = arrows.Count > 1;
            var follows = arrows is [var only] && IsOnlyWay(only);
            chain.Items.Add(new BoxItem
            {
                Id = id,
                Left = width / 2,
                Right = width / 2,
                Height = height,
                Branches = branches,
                Exits = branches ? [] : [.. arrows.Select(arrow => new Exit(arrow, flow.Target(arrow)!, 0))],
            });
            if (branches)
            {
                chain.Items.Add(Fan(id, arrows));
            }

            foreach (var merge in _merges[id].Reverse())
            {
                pending.Push(merge);
            }

            if (follows)
            {
                pending.Push(flow.Target(arrows[0])!);
            }
        }
    }

    private bool IsOnlyWay(Arrow arrow) => order.Has(flow.Target(arrow)!) && order.Before(flow.Target(arrow)!).SequenceEqual([arrow]);

    private FanItem Fan(string id, IReadOnlyList<Arrow> arrows)
    {
        var chains = arrows.Select(arrow => !IsOnlyWay(arrow) ? null : folded.Contains(arrow) ? Stack(arrow) : Build(flow.Target(arrow)!)).ToList();
        var axes = new List<int>();
        var edge = 0;
        foreach (var chain in chains)
        {
            var left = Math.Max(chain?.Left ?? 0, Sizes.EmptyBranch / 2);
            axes.Add(edge + left);
            edge += left + Math.Max(chain?.Right ?? 0, Sizes.EmptyBranch / 2) + Sizes.Apart;
        }

        // What may happen besides (a rejection, a failure) stands at the side; the main line goes straight on.
        var aside = !FlowOutcomes.OpensBlock(flow.Step(id));
        var axis = aside ? axes[0] : (axes[0] + axes[^1]) / 2;
        var columns = arrows.Zip(chains, axes).Select(part => new Column(part.First, part.Third - axis, part.Second)).ToList();
        return new FanItem
        {
            From = id,
            Columns = columns,
            Left = axis,
            Right = edge - Sizes.Apart - axis,
            Height = Sizes.ToColumn + chains.Max(chain => chain?.Height ?? 0),
            Exits = [.. columns.SelectMany(column => column.Chain is null
                ? [new Exit(column.Arrow, flow.Target(column.Arrow)!, column.Axis)]
                : column.Chain.Exits.Select(exit => exit with { At = exit.At + column.Axis }))],
        };
    }

    /// <summary>A branch as one box, which every arrow that leaves it leaves at its bottom.</summary>
    private Chain Stack(Arrow branch)
    {
        var head = flow.Target(branch)!;
        var inside = order.Steps.Where(id => order.Dominates(head, id)).ToList();
        var hidden = inside.ToHashSet(StringComparer.Ordinal);
        var exits = inside.SelectMany(flow.OutOf)
            .Where(arrow => !hidden.Contains(flow.Target(arrow)!))
            .DistinctBy(arrow => flow.Target(arrow))
            .Select((arrow, index) => new Exit(arrow, flow.Target(arrow)!, index * Sizes.Track))
            .ToList();
        var (width, height) = Sizes.Stack;
        var chain = new Chain();
        chain.Items.Add(new BoxItem
        {
            Id = head,
            Folded = new FlowStack(branch, inside),
            Left = width / 2,
            Right = Math.Max(width / 2, (exits.Count - 1) * Sizes.Track),
            Height = height,
            Exits = exits,
        });
        ChainMeasure.Measure(chain);
        return chain;
    }
}

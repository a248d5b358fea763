namespace Workflows.Design.Layout;

/// <summary>Gives everything of a measured chain its place in the drawing.</summary>
internal sealed class ChainPlacing(Flow flow)
{
    public List<FlowBox> Boxes { get; } = [];

    public List<FlowLine> Lines { get; } = [];

    public List<FlowSpot> Inserts { get; } = [];

    public List<FlowSpot> Branches { get; } = [];

    /// <param name="lead">The line that leads to the head of the chain, as far as it is drawn; null when nothing leads there.</param>
    /// <returns>The lines that leave at the bottom, as far as they are drawn.</returns>
    public List<OpenLine> Place(Chain chain, int axis, int top, OpenLine? lead)
    {
        var places = ChainMeasure.Places(chain);
        var tops = Tops(chain, top);
        var open = new List<OpenLine>();
        var next = lead is null ? [] : new List<OpenLine> { lead };
        for (var index = 0; index < chain.Items.Count; index++)
        {
            var item = chain.Items[index];
            var bottom = tops[index] + item.Height;
            var leaving = item is FanItem fan
                ? PlaceFan(fan, axis, tops[index])
                : PlaceBox((BoxItem)item, axis, tops[index], next);
            next = [];
            foreach (var line in leaving)
            {
                line.To(line.X, bottom);
                Route(chain, places, tops, index, axis, line, next, open);
            }
        }

        return open;
    }

    private void Route(Chain chain, Dictionary<string, int> places, int[] tops, int index, int axis, OpenLine line, List<OpenLine> next, List<OpenLine> open)
    {
        var gap = chain.Gaps[index];
        var bottom = tops[index] + chain.Items[index].Height;
        var kind = ChainMeasure.KindOf(chain, places, index, line.Target);
        if (kind is { } beside)
        {
            var track = chain.Tracks.Find(candidate => candidate.Kind == beside && candidate.Target == line.Target)!;
            line.To(line.X, bottom + gap.Level(line.Target, beside));
            line.To(axis + track.At, line.Y);
            switch (beside)
            {
                case TrackKind.Back:
                    var box = (BoxItem)chain.Items[places[line.Target]];
                    line.To(line.X, tops[places[line.Target]] + (box.Height / 2));
                    line.To(axis - box.Left, line.Y);
                    Lines.Add(line.Close(back: true));
                    return;
                case TrackKind.Ahead:
                    var before = places[line.Target] - 1;
                    line.To(line.X, tops[before] + chain.Items[before].Height + chain.Gaps[before].Level(line.Target, null));
                    line.To(axis, line.Y);
                    line.To(axis, tops[places[line.Target]]);
                    Lines.Add(line.Close(back: false));
                    return;
                default:
                    line.To(line.X, tops[^1] + chain.Items[^1].Height + chain.Gaps[^1].Height);
                    open.Add(line);
                    return;
            }
        }

        if (!places.ContainsKey(line.Target))
        {
            line.To(line.X, bottom + gap.Height);
            open.Add(line);
            return;
        }

        if (line.X != axis)
        {
            line.To(line.X, bottom + gap.Level(line.Target, null));
            line.To(axis, line.Y);
        }

        next.Add(line);
    }

    private List<OpenLine> PlaceBox(BoxItem item, int axis, int top, List<OpenLine> entering)
    {
        Boxes.Add(new FlowBox(item.Id, axis - item.Left, top, item.Folded is null ? item.Width : Sizes.Stack.Width, item.Height, item.Folded));
        foreach (var line in entering)
        {
            line.To(axis, top);
            Lines.Add(line.Close(back: false));
        }

        if (item.Folded is null)
        {
            Inserts.AddRange(item.Exits.Select(exit => new FlowSpot(exit.Arrow, axis, top + item.Height + Sizes.ToInsert)));
        }

        return [.. item.Exits.Select(exit => new OpenLine(exit.Arrow, exit.Target, axis + exit.At, top + item.Height))];
    }

    private List<OpenLine> PlaceFan(FanItem fan, int axis, int top)
    {
        var leaving = new List<OpenLine>();
        foreach (var column in fan.Columns)
        {
            var at = axis + column.Axis;
            var line = new OpenLine(column.Arrow, flow.Target(column.Arrow)!, axis, top);
            if (at != axis)
            {
                line.To(axis, top + Sizes.ToBar);
                line.To(at, line.Y);
            }

            Branches.Add(new FlowSpot(column.Arrow, at, top + Sizes.ToBranch));
            Inserts.Add(new FlowSpot(column.Arrow, at, top + Sizes.ToBranchInsert));
            if (column.Chain is null)
            {
                leaving.Add(line);
            }
            else
            {
                leaving.AddRange(Place(column.Chain, at, top + Sizes.ToColumn, line));
            }
        }

        return leaving;
    }

    private static int[] Tops(Chain chain, int top)
    {
        var tops = new int[chain.Items.Count];
        for (var index = 0; index < tops.Length; index++)
        {
            tops[index] = top;
            top += chain.Items[index].Height + chain.Gaps[index].Height;
        }

        return tops;
    }
}

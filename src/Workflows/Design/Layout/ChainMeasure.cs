namespace Workflows.Design.Layout;

/// <summary>Finds out what runs beside the items of a chain and between them, and so how large it is.</summary>
internal static class ChainMeasure
{
    public static void Measure(Chain chain)
    {
        var places = Places(chain);
        chain.Tracks.AddRange(Tracks(chain, places));
        PlaceTracks(chain);
        chain.Gaps.AddRange(chain.Items.Select((_, index) => GapBelow(chain, places, index)));
        chain.Height = chain.Items.Sum(item => item.Height) + chain.Gaps.Sum(gap => gap.Height);
        chain.Exits.AddRange(Exits(chain, places));
    }

    /// <summary>The places of steps; a folded branch is nowhere, as nothing leads into it but its own line.</summary>
    public static Dictionary<string, int> Places(Chain chain) => chain.Items.Index()
        .Where(entry => entry.Item is BoxItem { Folded: null })
        .ToDictionary(entry => ((BoxItem)entry.Item).Id, entry => entry.Index, StringComparer.Ordinal);

    /// <summary>How an arrow that leaves an item goes on; null when it runs straight into the next item, or out at the bottom.</summary>
    public static TrackKind? KindOf(Chain chain, Dictionary<string, int> places, int item, string target) =>
        !places.TryGetValue(target, out var place) ? (item == chain.Items.Count - 1 ? null : TrackKind.Out)
        : place <= item ? TrackKind.Back
        : place == item + 1 ? null
        : TrackKind.Ahead;

    private static IEnumerable<Track> Tracks(Chain chain, Dictionary<string, int> places) => chain.Items.Index()
        .SelectMany(entry => entry.Item.Exits.Select(exit => (entry.Index, exit.Target, Kind: KindOf(chain, places, entry.Index, exit.Target))))
        .Where(use => use.Kind is not null)
        .GroupBy(use => (use.Target, Kind: use.Kind!.Value))
        .Select(group => group.Key.Kind switch
        {
            TrackKind.Back => new Track(group.Key.Target, TrackKind.Back, places[group.Key.Target], group.Max(use => use.Index)),
            TrackKind.Ahead => new Track(group.Key.Target, TrackKind.Ahead, group.Min(use => use.Index), places[group.Key.Target] - 1),
            var kind => new Track(group.Key.Target, kind, group.Min(use => use.Index), chain.Items.Count - 1),
        })
        .ToList();

    /// <summary>The shorter ones inside, the longest outermost, so that they cross as little as possible.</summary>
    private static void PlaceTracks(Chain chain)
    {
        chain.Left = chain.Items.Max(item => item.Left);
        chain.Right = chain.Items.Max(item => item.Right);
        var placed = new List<Track>();
        foreach (var track in chain.Tracks.OrderBy(track => track.To - track.From).ThenBy(track => track.From))
        {
            var back = track.Kind == TrackKind.Back;
            var beside = chain.Items.Skip(track.From).Take(track.To - track.From + 1).Max(item => back ? item.Left : item.Right);
            var others = placed
                .Where(other => (other.Kind == TrackKind.Back) == back && other.From <= track.To && other.To >= track.From)
                .Select(other => Math.Abs(other.At) + Sizes.Track)
                .DefaultIfEmpty(0)
                .Max();
            var away = Math.Max(beside + (Sizes.Apart / 2), others);
            track.At = back ? -away : away;
            placed.Add(track);
            if (back)
            {
                chain.Left = Math.Max(chain.Left, away + (Sizes.Track / 2));
            }
            else
            {
                chain.Right = Math.Max(chain.Right, away + (Sizes.Track / 2));
            }
        }
    }

    private static Gap GapBelow(Chain chain, Dictionary<string, int> places, int index)
    {
        var item = chain.Items[index];
        var last = index == chain.Items.Count - 1;
        var levels = new List<(string Target, TrackKind? Kind)>();
        foreach (var kind in new[] { TrackKind.Back, TrackKind.Out, TrackKind.Ahead })
        {
            levels.AddRange(item.Exits
                .Where(exit => KindOf(chain, places, index, exit.Target) == kind)
                .Select(exit => (exit.Target, (TrackKind?)kind))
                .Distinct());
        }

        if (!last && chain.Items[index + 1] is BoxItem next
            && (item.Exits.Any(exit => exit.Target == next.Id && exit.At != 0) || chain.Tracks.Exists(track => track.Kind == TrackKind.Ahead && track.Target == next.Id)))
        {
            levels.Add((next.Id, null));
        }

        // A box with lines below it has an insert point there; the branches of a branching have theirs at their heads.
        var lead = item is FanItem ? 12 : Sizes.ToInsert + 22;
        var height = item switch
        {
            BoxItem { Branches: true } => 0,
            _ when last && item.Exits.Count == 0 => 0,
            BoxItem { Folded: not null } when last => 12 + (Sizes.Track * levels.Count),
            BoxItem when levels.Count == 0 => Sizes.Gap,
            _ => lead + (Sizes.Track * levels.Count) + (last || levels.Count == 0 ? 0 : 10),
        };
        if (item is FanItem && !last && levels.Count == 0)
        {
            height = Math.Max(height, 24);
        }

        return new Gap { Lead = item is BoxItem { Folded: not null } ? 12 : lead, Levels = levels, Height = height };
    }

    private static IEnumerable<Exit> Exits(Chain chain, Dictionary<string, int> places)
    {
        var last = chain.Items.Count - 1;
        foreach (var (index, item) in chain.Items.Index())
        {
            foreach (var exit in item.Exits.Where(exit => !places.ContainsKey(exit.Target)))
            {
                yield return index == last ? exit : exit with { At = chain.Tracks.Find(track => track.Kind == TrackKind.Out && track.Target == exit.Target)!.At };
            }
        }
    }
}

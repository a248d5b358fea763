namespace Forms.Definitions.Loading;

/// <summary>Puts packs in the order of their needs; of packs that do not need each other, by key.</summary>
internal static class PackOrder
{
    internal static IReadOnlyList<DefinitionFile> Sort(IReadOnlyList<DefinitionFile> packs, ProblemList problems)
    {
        var byKey = packs.DistinctBy(Key).ToDictionary(Key, StringComparer.Ordinal);
        foreach (var file in packs)
        {
            foreach (var (index, need) in Needs(file).Index().Where(need => !byKey.ContainsKey(need.Item)))
            {
                problems.Add(file, $"needs[{index}]", "pack.unknown", $"There is no pack \"{need}\".{Spelling.DidYouMean(need, byKey.Keys)} Known: {Spelling.List(byKey.Keys)}.");
            }
        }

        var sorted = new List<DefinitionFile>();
        var waiting = byKey.Values.OrderBy(Key, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.Find(file => !Needs(file).Any(need => waiting.Exists(other => Key(other) == need)));
            if (ready is null)
            {
                problems.Add(waiting[0], "needs", "pack.cycle", $"The packs {Spelling.List(waiting.Select(Key))} need each other in a circle.");
                sorted.AddRange(waiting);
                break;
            }

            sorted.Add(ready);
            waiting.Remove(ready);
        }

        return sorted;
    }

    private static string Key(DefinitionFile file) => ((PackDefinition)file.Document).Key;

    private static IReadOnlyList<string> Needs(DefinitionFile file) => ((PackDefinition)file.Document).Needs;
}

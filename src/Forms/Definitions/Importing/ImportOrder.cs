namespace Forms.Definitions.Importing;

/// <summary>In which order imports run.</summary>
public static class ImportOrder
{
    /// <summary>Every import after those that it names; of the others in the order given.</summary>
    /// <param name="imports">From a set that was loaded without errors, so that there are no circles.</param>
    public static IReadOnlyList<ImportDefinition> Sort(IEnumerable<ImportDefinition> imports)
    {
        var all = imports.ToList();
        var sorted = new List<ImportDefinition>();
        foreach (var import in all)
        {
            Visit(import);
        }

        return sorted;

        void Visit(ImportDefinition import)
        {
            foreach (var before in all.Where(other => import.After.Contains(other.Key, StringComparer.Ordinal) && !sorted.Contains(other)))
            {
                Visit(before);
            }

            if (!sorted.Contains(import))
            {
                sorted.Add(import);
            }
        }
    }
}

namespace Forms.Definitions.Checks;

/// <summary>Finds circles in a tree kept as "who is above".</summary>
internal static class Circles
{
    /// <summary>Every key that comes back to itself when one goes upwards.</summary>
    internal static IEnumerable<string> Find(IReadOnlyDictionary<string, string?> above)
    {
        foreach (var start in above.Keys)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            string? current = start;
            while (current is not null && seen.Add(current))
            {
                current = above.GetValueOrDefault(current);
            }

            if (current == start)
            {
                yield return start;
            }
        }
    }
}

namespace Reports.Print;

/// <summary>The names around a place in a template: those of the record, and within <c>each</c> and <c>with</c> those of a row or group.</summary>
internal sealed class TemplateScope(PrintNames root)
{
    private static readonly string[] Loop = ["@index", "@first", "@last", "@key"];

    // Blocks that do not change the names (if, unless) are null, so that closing pops one for each.
    private readonly Stack<PrintNames?> blocks = new();

    private IReadOnlyList<PrintNames> Scopes => [.. this.blocks.OfType<PrintNames>(), root];

    internal IEnumerable<string> Known => this.Scopes[0].Within.Keys;

    internal void Enter(PrintNames? names) => this.blocks.Push(names);

    internal void Leave() => this.blocks.TryPop(out _);

    /// <summary>What a path like <c>../label.lines.amount</c> names; null when there is no such thing.</summary>
    internal PrintNames? Find(string path)
    {
        if (Loop.Contains(path, StringComparer.Ordinal))
        {
            return new PrintNames(new Dictionary<string, PrintNames>());
        }

        var scopes = this.Scopes;
        var depth = 0;
        while (path.StartsWith("../", StringComparison.Ordinal))
        {
            depth++;
            path = path[3..];
        }

        if (depth >= scopes.Count)
        {
            return null;
        }

        var found = scopes[depth];
        foreach (var (index, part) in path.Split('.', '/').Where(part => part is not "" and not "this").Index())
        {
            if (index == 0 && part == "@root")
            {
                found = root;
            }
            else if (!found.Within.TryGetValue(part, out found))
            {
                return null;
            }
        }

        return found;
    }
}

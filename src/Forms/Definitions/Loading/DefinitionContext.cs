using Forms.Definitions.Json;
using Forms.Problems;

namespace Forms.Definitions;

/// <summary>What a check sees, and where it reports. Places are paths in the JSON of the definition; the loader finds their lines.</summary>
public sealed class DefinitionContext
{
    private readonly Action<string, string, string, Severity> report;
    private readonly Func<Type, string, bool> isBroken;

    internal DefinitionContext(DefinitionSet set, Func<Type, string, bool> isBroken, Action<string, string, string, Severity> report)
    {
        this.Set = set;
        this.isBroken = isBroken;
        this.report = report;
    }

    /// <summary>Everything that could be read so far, problems or not.</summary>
    public DefinitionSet Set { get; }

    /// <summary>Reports an error.</summary>
    /// <param name="path">Where in the JSON: <c>fields[2].pattern</c>.</param>
    /// <param name="code">Stable: <c>form.auto-number</c>.</param>
    /// <param name="message">A sentence or two: what is wrong, and what would be right.</param>
    public void Error(string path, string code, string message) => this.report(path, code, message, Severity.Error);

    /// <inheritdoc cref="Error"/>
    /// <summary>Reports a warning.</summary>
    public void Warning(string path, string code, string message) => this.report(path, code, message, Severity.Warning);

    /// <summary>The definition of a key; when there is none, an error is reported, but not when its own file is broken.</summary>
    public T? Need<T>(string key, string path, string noun)
        where T : class, IDefinition
    {
        var found = this.Set.Find<T>(key);
        if (found is null && !this.isBroken(typeof(T), key))
        {
            this.NeedOneOf(key, this.Set.All<T>().Select(definition => definition.Key), path, noun);
        }

        return found;
    }

    /// <summary>Whether a name is known; when it is not, an error is reported with the name that was probably meant.</summary>
    public bool NeedOneOf(string name, IEnumerable<string> known, string path, string noun)
    {
        var names = known.ToList();
        if (names.Contains(name, StringComparer.Ordinal))
        {
            return true;
        }

        this.Error(path, "definition.unknown-name", $"There is no {noun} \"{name}\".{Spelling.DidYouMean(name, names)}{Known(names)}");
        return false;
    }

    /// <summary>Reports every key that is given more than once.</summary>
    public void NeedDistinct(IEnumerable<string> keys, Func<int, string> pathOf, string noun)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, key) in keys.Index())
        {
            if (!seen.Add(key))
            {
                this.Error(pathOf(index), "definition.duplicate", $"The {noun} \"{key}\" is given twice.");
            }
        }
    }

    /// <summary>A context for a part of the definition: its paths are put behind <paramref name="path"/>.</summary>
    public DefinitionContext At(string path) => new(this.Set, this.isBroken, (inner, code, message, severity) =>
        this.report(inner.Length == 0 ? path : inner[0] == '[' ? path + inner : JsonPath.Member(path, inner), code, message, severity));

    private static string Known(List<string> names) => names.Count == 0 ? string.Empty : $" Known: {Spelling.List(names)}.";
}

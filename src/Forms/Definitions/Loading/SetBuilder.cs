namespace Forms.Definitions.Loading;

/// <summary>Puts what was read together. Of two things with one key the first counts, and the second is reported.</summary>
internal static class SetBuilder
{
    internal static DefinitionSet Build(PackContent content, ProblemList problems) => new(
        [.. content.All<PackDefinition>().Select(entry => entry.Document)],
        [.. Definitions(content, problems)],
        new DirectoryDefinition(
            Distinct<UnitsDocument, UnitDefinition>(content, problems, document => document.Units, unit => unit.Key, "units", "unit"),
            Distinct<PositionsDocument, PositionDefinition>(content, problems, document => document.Positions, position => position.Key, "positions", "position"),
            Roles(content, problems),
            Distinct<PeopleDocument, PersonDefinition>(content, problems, document => document.People, person => person.Key, "people", "person")),
        new LabelCatalog(Labels(content, problems)));

    private static IEnumerable<IDefinition> Definitions(PackContent content, ProblemList problems)
    {
        var seen = new Dictionary<(Type, string), DefinitionFile>();
        foreach (var (file, definition) in content.All<IDefinition>().OrderBy(entry => entry.Document.Key, StringComparer.Ordinal))
        {
            var key = (definition.GetType(), definition.Key);
            if (!seen.TryAdd(key, file))
            {
                problems.Add(file, "key", "definition.duplicate", $"The {file.Schema} \"{definition.Key}\" is also in {seen[key].Path}. A key is given once over all packs.");
            }
        }

        return content.Files.Where(seen.ContainsValue).Select(file => (IDefinition)file.Document);
    }

    private static List<TItem> Distinct<TDocument, TItem>(
        PackContent content,
        ProblemList problems,
        Func<TDocument, IReadOnlyList<TItem>> itemsOf,
        Func<TItem, string> keyOf,
        string list,
        string noun)
    {
        var found = new Dictionary<string, TItem>(StringComparer.Ordinal);
        foreach (var (file, document) in content.All<TDocument>())
        {
            foreach (var (index, item) in itemsOf(document).Index())
            {
                if (!found.TryAdd(keyOf(item), item))
                {
                    problems.Add(file, $"{list}[{index}].key", "definition.duplicate", $"The {noun} \"{keyOf(item)}\" is given twice.");
                }
            }
        }

        return [.. found.Values];
    }

    private static List<RoleDefinition> Roles(PackContent content, ProblemList problems)
    {
        var found = new Dictionary<string, RoleDefinition>(StringComparer.Ordinal);
        foreach (var (file, document) in content.All<RolesDocument>())
        {
            foreach (var (index, role) in document.Roles.Index())
            {
                if (!found.TryGetValue(role.Key, out var first))
                {
                    found.Add(role.Key, role);
                    continue;
                }

                if (first.Label != role.Label)
                {
                    problems.Add(file, $"roles[{index}].label", "role.label", $"Another pack calls the role \"{role.Key}\" \"{first.Label}\". One role has one label.");
                }

                found[role.Key] = first with { Grants = [.. first.Grants, .. role.Grants], Administrator = first.Administrator || role.Administrator };
            }
        }

        return [.. found.Values];
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Labels(PackContent content, ProblemList problems)
    {
        var byLanguage = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var language in content.All<LabelsDocument>().GroupBy(entry => LanguageOf(entry.File), StringComparer.Ordinal))
        {
            var labels = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (file, document) in language)
            {
                foreach (var (path, label) in document.Labels.Where(entry => !labels.TryAdd(entry.Key, entry.Value)))
                {
                    problems.Add(file, $"labels.{path}", "label.duplicate", $"Another pack translates \"{path}\" too, as \"{labels[path]}\".");
                }
            }

            byLanguage[language.Key] = labels;
        }

        return byLanguage;
    }

    /// <summary><c>zh-Hans</c> of <c>labels.zh-Hans.json</c>.</summary>
    internal static string LanguageOf(DefinitionFile file) => file.Path[(file.Path.LastIndexOf("/labels.", StringComparison.Ordinal) + "/labels.".Length)..^".json".Length];
}

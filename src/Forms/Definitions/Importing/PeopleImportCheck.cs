namespace Forms.Definitions.Importing;

/// <summary>An import of people maps what a person has, at least key, name and unit.</summary>
internal static class PeopleImportCheck
{
    private static readonly string[] Needed = ["key", "name", "unit"];

    internal static void Check(ImportDefinition definition, DefinitionContext context)
    {
        if (definition.KeyField != "key")
        {
            context.Error("keyField", "import.key", "People are told apart by \"key\".");
        }

        context.NeedDistinct(definition.Fields.Select(field => field.Field), index => $"fields[{index}].field", "field");
        foreach (var (index, map) in definition.Fields.Index())
        {
            var at = context.At($"fields[{index}]");
            at.NeedOneOf(map.Field, ImportDefinition.PersonFields, "field", "field of a person");
            ImportFieldCheck.CheckSource(map, at);
            CheckKeys(map, at);
        }

        foreach (var name in Needed.Where(name => !definition.Fields.Any(map => map.Field == name)))
        {
            context.Error("fields", "import.people", $"A person needs \"{name}\".");
        }

        if (definition.Rows.Count > 0)
        {
            context.Error("rows", "import.people", "People have no sub-tables.");
        }
    }

    /// <summary>Keys written in the mapping itself are known here; those in the file only when it is imported.</summary>
    private static void CheckKeys(ImportField map, DefinitionContext context)
    {
        var directory = context.Set.Directory;
        var (known, noun) = map.Field switch
        {
            "unit" => (directory.Units.Select(unit => unit.Key), "unit"),
            "positions" => (directory.Positions.Select(position => position.Key), "position"),
            "roles" => (directory.Roles.Select(role => role.Key), "role"),
            _ => ([], string.Empty),
        };
        if (noun.Length == 0)
        {
            return;
        }

        var written = (map.Values ?? DefinitionFiles.None).Select(entry => (Text: entry.Value, Path: $"values.{entry.Key}"))
            .Append((Text: map.Otherwise ?? string.Empty, Path: "otherwise"))
            .Append((Text: map.Value ?? string.Empty, Path: "value"));
        foreach (var (text, path) in written)
        {
            foreach (var key in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                context.NeedOneOf(key, known, path, noun);
            }
        }
    }
}

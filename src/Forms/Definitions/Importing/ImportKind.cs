using Forms.Fields;

namespace Forms.Definitions.Importing;

/// <summary>Mappings of CSV files: <c>imports/{key}.json</c>.</summary>
public sealed class ImportKind() : DefinitionKind<ImportDefinition>("import", new DefinitionLayout.Files("imports"))
{
    public override IReadOnlyDictionary<string, string> Descriptions => ImportDescriptions.All;

    protected override ImportDefinition WithFiles(ImportDefinition definition, IReadOnlyDictionary<string, string> files) => definition;

    protected override IEnumerable<LabelUse> Labels(ImportDefinition definition) => [new LabelUse($"imports/{definition.Key}", "label")];

    protected override void Check(ImportDefinition definition, DefinitionContext context)
    {
        ImportFieldCheck.NeedFileName(definition.File, "file", context);
        this.CheckOrder(definition, context);
        if (!definition.Fields.Any(field => field.Field == definition.KeyField))
        {
            context.Error("keyField", "import.key", $"\"{definition.KeyField}\" tells rows apart, so it must be one of the \"fields\".");
        }

        if (definition.BringsPeople)
        {
            PeopleImportCheck.Check(definition, context);
        }
        else if (context.Need<FormDefinition>(definition.Target, "target", "form") is { } form)
        {
            CheckKeyField(definition, form, context);
            ImportFieldCheck.CheckAll(definition.Fields, form.Fields, context);
            CheckRows(definition, form, context);
        }
    }

    private void CheckOrder(ImportDefinition definition, DefinitionContext context)
    {
        foreach (var (index, key) in definition.After.Index())
        {
            if (context.Need<ImportDefinition>(key, $"after[{index}]", this.Name) is { } before && this.Reaches(before, definition.Key, context.Set, []))
            {
                context.Error($"after[{index}]", "import.circle", $"\"{key}\" itself runs after \"{definition.Key}\": the two wait for each other.");
            }
        }
    }

    private bool Reaches(ImportDefinition from, string key, DefinitionSet set, HashSet<string> seen) =>
        from.Key == key || seen.Add(from.Key) && from.After.Any(next => set.Find<ImportDefinition>(next) is { } import && this.Reaches(import, key, set, seen));

    private static void CheckKeyField(ImportDefinition definition, FormDefinition form, DefinitionContext context)
    {
        if (form.Field(definition.KeyField) is { } field and not (TextField { Unique: true } or AutoNumberField))
        {
            context.Error("keyField", "import.key", $"{field.Label} cannot tell records apart: make it a text with \"unique\", or choose another field.");
        }
    }

    private static void CheckRows(ImportDefinition definition, FormDefinition form, DefinitionContext context)
    {
        foreach (var (index, rows) in definition.Rows.Index())
        {
            var at = context.At($"rows[{index}]");
            ImportFieldCheck.NeedFileName(rows.File, "file", at);
            var tables = form.Fields.OfType<TableField>().ToList();
            if (at.NeedOneOf(rows.Field, tables.Select(table => table.Name), "field", "sub-table"))
            {
                ImportFieldCheck.CheckAll(rows.Fields, tables.First(table => table.Name == rows.Field).Columns, at);
            }
        }
    }
}

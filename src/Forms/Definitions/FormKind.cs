using Forms.Definitions.Checks;
using Forms.Definitions.Checks.OfForms;
using Forms.Definitions.Schemas;
using Forms.Fields;

namespace Forms.Definitions;

/// <summary>Forms: <c>forms/{key}/form.json</c> with the formulas of its fields and rules beside it.</summary>
public sealed class FormKind() : DefinitionKind<FormDefinition>("form", new DefinitionLayout.Folders("forms", "form.json"))
{
    public override IReadOnlyDictionary<string, string> Descriptions => FormDescriptions.All;

    protected override FormDefinition WithFiles(FormDefinition definition, IReadOnlyDictionary<string, string> files) => definition with { Files = files };

    protected override void Check(FormDefinition definition, DefinitionContext context)
    {
        FieldListCheck.Check(definition, context);
        SummaryCheck.Check(definition, context);
        LayoutCheck.Check(definition, context);
        RuleCheck.Check(definition, context);
    }

    protected override IEnumerable<LabelUse> Labels(FormDefinition definition) => FormLabels.Of(definition);

    protected override IEnumerable<FileUse> Files(FormDefinition definition, DefinitionSet set)
    {
        var names = FormulaNames.OfForm(definition, set);
        return [
            .. definition.Fields.Index().SelectMany(entry => FilesOf(entry.Item, $"fields[{entry.Index}]", names)),
            .. definition.Fields.Index().Where(entry => entry.Item is TableField).SelectMany(entry => FilesOfColumns((TableField)entry.Item, entry.Index)),
            .. definition.Rules.Index().SelectMany(entry => ConditionCheck.Files(entry.Item.Holds, $"rules[{entry.Index}].holds", names)),
        ];

        IEnumerable<FileUse> FilesOfColumns(TableField table, int index)
        {
            var columns = FormulaNames.OfRow(definition, table, set);
            return table.Columns.Index().SelectMany(entry => FilesOf(entry.Item, $"fields[{index}].columns[{entry.Index}]", columns));
        }
    }

    private static IEnumerable<FileUse> FilesOf(FieldDefinition field, string path, FormulaNames names) =>
        field.Formula is { } file ? [new FileUse(file, path + ".formula") { Reads = names }] : [];
}

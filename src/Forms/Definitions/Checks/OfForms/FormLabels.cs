using Forms.Fields;

namespace Forms.Definitions.Checks.OfForms;

/// <summary>The labels of a form, with their paths in the labels files.</summary>
internal static class FormLabels
{
    internal static IEnumerable<LabelUse> Of(FormDefinition form)
    {
        var root = $"forms/{form.Key}";
        return [
            new LabelUse(root, "label"),
            new LabelUse($"{root}/plural", "plural"),
            .. form.Navigation is { } section ? [new LabelUse($"navigation/{section}", "navigation")] : Array.Empty<LabelUse>(),
            .. form.Fields.Index().SelectMany(entry => OfField(entry.Item, root, entry.Item.Name, $"fields[{entry.Index}]")),
            .. form.Sections.Index().Select(entry => new LabelUse($"{root}/sections/{entry.Item.Id}", $"sections[{entry.Index}].label")),
            .. form.List.Views.Index().Select(entry => new LabelUse($"{root}/views/{entry.Item.Id}", $"list.views[{entry.Index}].label")),
            .. form.Rules.Index().Select(entry => new LabelUse($"{root}/rules/{entry.Item.Id}", $"rules[{entry.Index}].message")),
        ];
    }

    private static IEnumerable<LabelUse> OfField(FieldDefinition field, string root, string name, string path)
    {
        yield return new LabelUse($"{root}/fields/{name}", $"{path}.label");
        if (field.Hint is not null)
        {
            yield return new LabelUse($"{root}/hints/{name}", $"{path}.hint");
        }

        var inner = field switch
        {
            ChoiceField choices => choices.Choices.Index().Select(entry => new LabelUse($"{root}/fields/{name}/{entry.Item.Value}", $"{path}.choices[{entry.Index}].label")),
            TableField table => table.Columns.Index().SelectMany(entry => OfField(entry.Item, root, $"{name}/{entry.Item.Name}", $"{path}.columns[{entry.Index}]")),
            _ => [],
        };
        foreach (var use in inner)
        {
            yield return use;
        }
    }
}

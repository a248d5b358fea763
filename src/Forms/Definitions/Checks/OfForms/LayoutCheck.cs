using Forms.Definitions.Loading;
using Forms.Fields;

namespace Forms.Definitions.Checks.OfForms;

/// <summary>Sections and list show fields that exist, and that can be shown there.</summary>
internal static class LayoutCheck
{
    internal static void Check(FormDefinition form, DefinitionContext context)
    {
        CheckSections(form, context);
        CheckList(form, context.At("list"));
    }

    private static void CheckSections(FormDefinition form, DefinitionContext context)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        context.NeedDistinct(form.Sections.Select(section => section.Id), index => $"sections[{index}].id", "section");
        foreach (var (index, section) in form.Sections.Index())
        {
            var at = context.At($"sections[{index}]");
            NeedId(section.Id, at);
            foreach (var (number, name) in section.Fields.Index())
            {
                var path = $"fields[{number}]";
                if (at.NeedOneOf(name, form.Fields.Select(field => field.Name), path, "field") && !placed.Add(name))
                {
                    at.Error(path, "form.section", $"\"{name}\" stands on the page already. A field is shown once.");
                }

                if (form.Field(name) is TableField && section.Fields.Count > 1)
                {
                    at.Error(path, "form.section", $"The sub-table \"{name}\" needs a section of its own.");
                }
            }
        }
    }

    private static void CheckList(FormDefinition form, DefinitionContext context)
    {
        if (form.List.Columns.Count == 0)
        {
            context.Error("columns", "form.list", "A list needs at least one column.");
        }

        context.NeedDistinct(form.List.Columns, index => $"columns[{index}]", "column");
        foreach (var (index, name) in form.List.Columns.Index())
        {
            NeedShown(name, $"columns[{index}]", form, context);
        }

        if (form.List.Sort is { } sort)
        {
            NeedShown(sort.TrimStart('-'), "sort", form, context);
        }

        context.NeedDistinct(form.List.Views.Select(view => view.Id), index => $"views[{index}].id", "view");
        foreach (var (index, view) in form.List.Views.Index())
        {
            var at = context.At($"views[{index}]");
            NeedId(view.Id, at);
            ConditionCheck.Check(view.Filter, form, at.At("filter"));
            if (ConditionCheck.Files(view.Filter, "filter", names: null).FirstOrDefault() is { } formula)
            {
                at.Error(formula.Path, "form.view", "The filter of a view is asked of the database: build it of comparisons, a formula cannot be used.");
            }
        }
    }

    private static void NeedShown(string name, string path, FormDefinition form, DefinitionContext context)
    {
        if (context.NeedOneOf(name, form.Fields.Select(field => field.Name), path, "field") && form.Field(name) is TableField or FileField or LongTextField)
        {
            context.Error(path, "form.list", $"A list cannot show \"{name}\": sub-tables, files and long texts are on the record's own page.");
        }
    }

    private static void NeedId(string id, DefinitionContext context)
    {
        if (!Keys.IsId(id))
        {
            context.Error("id", "field.id", $"The id \"{id}\" is not allowed: letters, digits and single dashes between words, starting with a letter.");
        }
    }
}

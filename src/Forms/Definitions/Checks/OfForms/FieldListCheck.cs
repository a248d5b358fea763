using Forms.Definitions.Loading;
using Forms.Fields;

namespace Forms.Definitions.Checks.OfForms;

/// <summary>Ids and names of fields, and each field by its type.</summary>
internal static class FieldListCheck
{
    /// <summary>Words that a formula or the product itself needs.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        FormulaNames.Record, "id", "version", "arguments", "break", "case", "catch", "class", "const", "continue", "debugger", "default",
        "delete", "do", "else", "enum", "eval", "export", "extends", "false", "finally", "for", "function", "if", "import", "in",
        "instanceof", "let", "new", "null", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "undefined",
        "var", "void", "while", "with", "yield",
    };

    internal static void Check(FormDefinition form, DefinitionContext context)
    {
        if (form.Fields.Count == 0)
        {
            context.Error("fields", "form.no-fields", "A form needs at least one field.");
        }

        CheckList(form.Fields, "fields", form, context);
        foreach (var (index, table) in form.Fields.Index().Where(entry => entry.Item is TableField))
        {
            CheckList(((TableField)table).Columns, $"fields[{index}].columns", form, context);
        }
    }

    private static void CheckList(IReadOnlyList<FieldDefinition> fields, string path, FormDefinition form, DefinitionContext context)
    {
        context.NeedDistinct(fields.Select(field => field.Id), index => $"{path}[{index}].id", "field id");
        foreach (var (index, field) in fields.Index())
        {
            var at = context.At($"{path}[{index}]");
            CheckName(field, at);
            if (fields.Take(index).Any(other => other.Name == field.Name && other.Id != field.Id))
            {
                at.Error("name", "definition.duplicate", $"Another field is called \"{field.Name}\".");
            }

            FieldCheck.Check(field, fields, form, at);
        }
    }

    private static void CheckName(FieldDefinition field, DefinitionContext context)
    {
        var place = field.Name == field.Id ? "id" : "name";
        if (!Keys.IsId(field.Id))
        {
            context.Error("id", "field.id", $"The id \"{field.Id}\" is not allowed: letters, digits and single dashes between words, starting with a letter.");
        }
        else if (!Keys.IsName(field.Name))
        {
            var advice = place == "id" ? " Choose such an id, or add a \"name\"." : string.Empty;
            context.Error(place, "field.name", $"The name \"{field.Name}\" is not allowed: letters and digits only, starting with a lower-case letter: \"unitPrice\".{advice}");
        }
        else if (Reserved.Contains(field.Name))
        {
            context.Error(place, "field.name", $"The name \"{field.Name}\" has a meaning of its own in formulas. Choose another.");
        }
    }
}

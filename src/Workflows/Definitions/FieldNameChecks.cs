using System.Text.Json;
using System.Text.RegularExpressions;
using Forms.Definitions;
using Forms.Definitions.Checks;
using Forms.Fields;

namespace Workflows.Definitions;

/// <summary>Fields that a workflow reads or writes exist in their form, and may be written.</summary>
internal static partial class FieldNameChecks
{
    internal static void Fields(IReadOnlyList<string>? names, string path, FormDefinition form, DefinitionContext context)
    {
        foreach (var (index, name) in (names ?? []).Index())
        {
            context.NeedOneOf(name, Names(form), $"{path}[{index}]", "field");
        }
    }

    /// <summary>Fields, or paths over one link.</summary>
    internal static void Paths(IReadOnlyList<string>? paths, string path, FormDefinition form, DefinitionContext context)
    {
        foreach (var (index, name) in (paths ?? []).Index())
        {
            Path(name, $"{path}[{index}]", form, context);
        }
    }

    /// <summary>A field, or a field of the form behind a link field.</summary>
    internal static void Path(string name, string path, FormDefinition form, DefinitionContext context)
    {
        var parts = name.Split('.');
        if (parts.Length == 2 && form.Field(parts[0]) is LinkField link)
        {
            if (context.Need<FormDefinition>(link.Form, path, "form") is { } linked)
            {
                context.NeedOneOf(parts[1], Names(linked), path, $"field of {linked.Key}");
            }
        }
        else
        {
            context.NeedOneOf(name, Names(form), path, "field");
        }
    }

    internal static void Placeholders(string? text, string path, FormDefinition form, DefinitionContext context)
    {
        foreach (var match in Placeholder().Matches(text ?? string.Empty).Cast<Match>())
        {
            context.NeedOneOf(match.Groups["name"].Value, Names(form), path, "field");
        }
    }

    /// <summary>A field that a workflow can write: not one that gets its value by itself.</summary>
    internal static FieldDefinition? Writable(string name, string path, FormDefinition form, DefinitionContext context)
    {
        if (!context.NeedOneOf(name, Names(form), path, "field"))
        {
            return null;
        }

        var field = form.Field(name)!;
        if (!field.IsComputed && field is not (AutoNumberField or TableField or FileField))
        {
            return field;
        }

        context.Error(path, "workflow.set-field", $"{field.Label} gets its value by itself; a workflow cannot write it.");
        return null;
    }

    /// <summary>Constants by field.</summary>
    internal static void Values(IReadOnlyDictionary<string, JsonElement>? values, FormDefinition form, DefinitionContext context)
    {
        foreach (var (name, value) in values ?? new Dictionary<string, JsonElement>())
        {
            if (Writable(name, $"values.{name}", form, context) is { } field)
            {
                FieldValueCheck.Check(value, field, $"values.{name}", context);
            }
        }
    }

    private static IEnumerable<string> Names(FormDefinition form) => form.Fields.Select(field => field.Name);

    [GeneratedRegex("\\{(?<name>[^{}]*)\\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}

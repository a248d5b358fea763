using Forms.Fields;

namespace Forms.Definitions.Checks.OfForms;

/// <summary>A link goes to a form that exists, and fills fields from fields of the same kind.</summary>
internal static class LinkCheck
{
    internal static void Check(LinkField link, IReadOnlyList<FieldDefinition> siblings, DefinitionContext context)
    {
        if (context.Need<FormDefinition>(link.Form, "form", "form") is not { } linked)
        {
            return;
        }

        foreach (var (target, source) in link.Fill ?? DefinitionFiles.None)
        {
            var path = $"fill.{target}";
            if (!context.NeedOneOf(target, siblings.Select(field => field.Name), path, "field beside this one")
                || !context.NeedOneOf(source, linked.Fields.Select(field => field.Name), path, $"field of {link.Form}"))
            {
                continue;
            }

            var (to, from) = (siblings.First(field => field.Name == target), linked.Field(source)!);
            if (to.IsComputed || Group(to) is not { } group || group != Group(from))
            {
                context.Error(path, "field.fill", $"{to.Label} cannot be filled from {from.Label} of {linked.Label}: the one must hold what the other takes.");
            }
        }
    }

    /// <summary>Types of one group take each other's values; null is never filled.</summary>
    private static string? Group(FieldDefinition field) => field switch
    {
        NumberField or MoneyField or PercentField => "number",
        TextField or LongTextField or ChoiceField => "text",
        AutoNumberField or TableField or FileField => null,
        LinkField link => "link to " + link.Form,
        _ => field.GetType().Name,
    };
}

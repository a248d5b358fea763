using Forms.Definitions.Loading;

namespace Forms.Definitions.Checks.OfForms;

/// <summary>Rules have an id, stand beside a field that exists, and can be asked.</summary>
internal static class RuleCheck
{
    internal static void Check(FormDefinition form, DefinitionContext context)
    {
        context.NeedDistinct(form.Rules.Select(rule => rule.Id), index => $"rules[{index}].id", "rule");
        foreach (var (index, rule) in form.Rules.Index())
        {
            var at = context.At($"rules[{index}]");
            if (!Keys.IsId(rule.Id))
            {
                at.Error("id", "field.id", $"The id \"{rule.Id}\" is not allowed: letters, digits and single dashes between words, starting with a letter.");
            }

            at.NeedOneOf(rule.Field, form.Fields.Select(field => field.Name), "field", "field");
            ConditionCheck.Check(rule.Holds, form, at.At("holds"));
        }
    }
}

using Forms.Definitions.Loading;
using Forms.Fields;

namespace Forms.Definitions.Checks.OfForms;

/// <summary>A choice has choices, each once, with pills that the product can draw.</summary>
internal static class ChoiceCheck
{
    /// <summary>States that have a colour and an icon (docs/interface).</summary>
    private static readonly string[] Pills =
        ["draft", "inApproval", "returned", "approved", "rejected", "withdrawn", "onHold", "outForSignature", "inForce", "expiring", "terminated", "archived"];

    internal static void Check(ChoiceField field, DefinitionContext context)
    {
        if (field.Choices.Count == 0)
        {
            context.Error("choices", "field.choices", "A choice needs at least one entry in \"choices\".");
        }

        context.NeedDistinct(field.Choices.Select(choice => choice.Value), index => $"choices[{index}].value", "choice");
        foreach (var (index, choice) in field.Choices.Index())
        {
            var at = context.At($"choices[{index}]");
            if (!Keys.IsId(choice.Value) || choice.Value.Length > 60)
            {
                at.Error("value", "field.choice", $"The value \"{choice.Value}\" is not allowed: at most 60 letters, digits and single dashes, starting with a letter. People read the label.");
            }

            if (choice.Pill is { } pill)
            {
                at.NeedOneOf(pill, Pills, "pill", "pill");
            }
        }
    }
}

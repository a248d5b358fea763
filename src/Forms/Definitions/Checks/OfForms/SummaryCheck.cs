using Forms.Fields;

namespace Forms.Definitions.Checks.OfForms;

/// <summary>The fields that name and sum up a record exist and have a type that can.</summary>
internal static class SummaryCheck
{
    internal static void Check(FormDefinition form, DefinitionContext context)
    {
        var summary = form.Summary;
        Need(summary.Title, "title", field => field is TextField or AutoNumberField, "a text or a number by pattern");
        Need(summary.Number, "number", field => field is AutoNumberField or TextField, "a number by pattern or a text");
        Need(summary.Amount, "amount", field => field is MoneyField, "an amount of money");
        Need(summary.Party, "party", field => field is LinkField, "a link");
        Need(summary.Status, "status", field => field is ChoiceField, "a choice");

        void Need(string? name, string place, Func<FieldDefinition, bool> fits, string wanted)
        {
            var path = $"summary.{place}";
            if (name is not null && context.NeedOneOf(name, form.Fields.Select(field => field.Name), path, "field") && !fits(form.Field(name)!))
            {
                context.Error(path, "form.summary", $"\"{place}\" must be {wanted}; {form.Field(name)!.Label} is not.");
            }
        }
    }
}

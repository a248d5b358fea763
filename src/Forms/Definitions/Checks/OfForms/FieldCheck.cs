using Forms.Fields;

namespace Forms.Definitions.Checks.OfForms;

/// <summary>What each type of field asks of its settings.</summary>
internal static class FieldCheck
{
    /// <param name="field">A field, or a column.</param>
    /// <param name="siblings">The list that it stands in.</param>
    /// <param name="form">The form around both.</param>
    /// <param name="context">At the field.</param>
    internal static void Check(FieldDefinition field, IReadOnlyList<FieldDefinition> siblings, FormDefinition form, DefinitionContext context)
    {
        CheckFormula(field, context);
        CheckDefault(field, context);
        switch (field)
        {
            case TextField text:
                NeedRange(text.MaxLength, 1, 4000, "maxLength", context);
                break;
            case LongTextField text:
                NeedRange(text.MaxLength, 1, 1_000_000, "maxLength", context);
                break;
            case NumberField number:
                NeedRange(number.Scale, 0, 6, "scale", context);
                NeedOrder(number.Min, number.Max, context);
                break;
            case PercentField percent:
                NeedRange(percent.Scale, 2, 6, "scale", context);
                NeedOrder(percent.Min, percent.Max, context);
                break;
            case MoneyField money:
                NeedRange(money.Scale, 0, 4, "scale", context);
                CheckCurrency(money, form, context);
                break;
            case ChoiceField choice:
                ChoiceCheck.Check(choice, context);
                break;
            case LinkField link:
                LinkCheck.Check(link, siblings, context);
                break;
            case AutoNumberField number:
                AutoNumberCheck.Check(number, context);
                break;
            case FileField file:
                NeedRange(file.MaxMegabytes, 1, 200, "maxMegabytes", context);
                break;
            case TableField table:
                CheckTable(table, context);
                break;
        }
    }

    private static void CheckFormula(FieldDefinition field, DefinitionContext context)
    {
        if (field.IsComputed && field is TableField or FileField or AutoNumberField or LinkField or PersonField)
        {
            context.Error("formula", "field.formula", $"A field of this type cannot be computed: {field.Label}.");
        }
    }

    private static void CheckDefault(FieldDefinition field, DefinitionContext context)
    {
        if (field.Default is not { } value)
        {
            return;
        }

        if (field.IsComputed || field is AutoNumberField or TableField or FileField)
        {
            context.Error("default", "field.default", $"{field.Label} gets its value by itself; it takes no default.");
        }
        else
        {
            FieldValueCheck.Check(value, field, "default", context);
        }
    }

    private static void CheckCurrency(MoneyField money, FormDefinition form, DefinitionContext context)
    {
        if (money.CurrencyField is { } name
            && context.NeedOneOf(name, form.Fields.Select(field => field.Name), "currencyField", "field")
            && form.Field(name) is not ChoiceField)
        {
            context.Error("currencyField", "field.currency", $"\"{name}\" must be a choice of currencies (CNY, USD …).");
        }
    }

    private static void CheckTable(TableField table, DefinitionContext context)
    {
        if (table.Columns.Count == 0)
        {
            context.Error("columns", "field.table.columns", "A sub-table needs at least one column.");
        }

        NeedRange(table.MinRows, 0, 1000, "minRows", context);
        foreach (var (index, _) in table.Columns.Index().Where(entry => entry.Item is TableField or FileField or AutoNumberField))
        {
            context.Error($"columns[{index}]", "field.table.column", "A column cannot be a sub-table, a file field or a number by pattern.");
        }
    }

    private static void NeedRange(int value, int least, int most, string path, DefinitionContext context)
    {
        if (value < least || value > most)
        {
            context.Error(path, "field.range", $"\"{path}\" is from {least} to {most}, but found {value}.");
        }
    }

    private static void NeedOrder(decimal? min, decimal? max, DefinitionContext context)
    {
        if (min > max)
        {
            context.Error("max", "field.range", $"\"max\" ({max}) is below \"min\" ({min}): no value fits.");
        }
    }
}

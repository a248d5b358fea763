using Forms.Definitions;
using Forms.Definitions.Checks;
using Forms.Fields;

namespace Workflows.Definitions;

/// <summary>What steps at which people act name: people, calendars, and the fields that they may see and write there.</summary>
internal static class PersonStepNameChecks
{
    internal static void Check(PersonStepActivity step, FormDefinition form, DefinitionContext context)
    {
        SignerNameChecks.Check(step.Signers, "signers", form, context);
        if (step.StandIn is { } standIn)
        {
            context.NeedOneOf(standIn, context.Set.Directory.People.Select(known => known.Key), "standIn", "person");
        }

        if (step.Actions?.BulkIf is { } bulk)
        {
            ConditionCheck.Check(bulk, form, context.At("actions.bulkIf"));
        }

        if (step.Deadline is { } deadline)
        {
            ActivityChecks.NeedCalendar(deadline.Calendar, context.At("deadline"));
            foreach (var (index, tier) in deadline.Tiers.Index())
            {
                SignerNameChecks.Check(tier.To ?? [], $"deadline.tiers[{index}].to", form, context);
            }
        }

        CheckFields(step, form, context);
        foreach (var name in step.Rows?.Keys ?? [])
        {
            context.NeedOneOf(name, form.Fields.OfType<TableField>().Select(table => table.Name), $"rows.{name}", "sub-table");
        }
    }

    private static void CheckFields(PersonStepActivity step, FormDefinition form, DefinitionContext context)
    {
        var columns = form.Fields.OfType<TableField>().SelectMany(table => table.Columns.Select(column => (Name: $"{table.Name}.{column.Name}", Field: column)));
        var known = form.Fields.Select(field => (field.Name, Field: field)).Concat(columns).DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Field, StringComparer.Ordinal);
        foreach (var (name, right) in step.Fields ?? new Dictionary<string, FieldRight>())
        {
            var path = $"fields.{name}";
            if (context.NeedOneOf(name, known.Keys, path, "field")
                && right is FieldRight.Write or FieldRight.Required
                && known.TryGetValue(name, out var field)
                && (field.IsComputed || field is AutoNumberField))
            {
                context.Error(path, "workflow.field-right", $"{field.Label} gets its value by itself; nobody can write it.");
            }
        }
    }
}

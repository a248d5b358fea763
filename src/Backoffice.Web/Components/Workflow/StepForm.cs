using Backoffice.Data.Workflows;
using Forms.Definitions;
using Forms.Fields;
using Workflows.Definitions;

namespace Backoffice.Web.Components.Workflow;

/// <summary>
/// The part of a form that a step opens to its people (A8): the fields they may write, and the sub-tables of which they may
/// write a column, add or remove rows. What must be filled in is required; other columns are read.
/// </summary>
public static class StepForm
{
    /// <summary>The form with what is open only; null when nothing is.</summary>
    public static FormDefinition? Of(FormDefinition form, PersonStepActivity? step)
    {
        if (step is null)
        {
            return null;
        }

        var fields = form.Fields.Select(field => Open(field, step)).OfType<FieldDefinition>().ToList();
        var names = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return fields.Count == 0 ? null : form with
        {
            Fields = fields,
            Sections = [.. form.Sections.Select(section => section with { Fields = [.. section.Fields.Where(names.Contains)] }).Where(section => section.Fields.Count > 0)],
        };
    }

    /// <summary>The form without what the step hides from its people.</summary>
    public static FormDefinition Visible(FormDefinition form, PersonStepActivity? step)
    {
        if (step?.Fields?.Values.Contains(FieldRight.Hidden) != true)
        {
            return form;
        }

        return form with
        {
            Fields =
            [
                .. form.Fields.Where(field => StepRights.MaySee(step, field.Name)).Select(field => field is TableField table
                    ? table with { Columns = [.. table.Columns.Where(column => StepRights.MaySee(step, Path(table, column)))] }
                    : field),
            ],
        };
    }

    public static RowRights RowsOf(PersonStepActivity step, string table) => step.Rows?.GetValueOrDefault(table) ?? new RowRights();

    private static FieldDefinition? Open(FieldDefinition field, PersonStepActivity step)
    {
        if (field is TableField table)
        {
            var rows = RowsOf(step, table.Name);
            var columns = table.Columns.Where(column => StepRights.MaySee(step, Path(table, column))).ToList();
            return rows.Add || rows.Remove || columns.Exists(column => StepRights.MayWrite(step, Path(table, column)))
                ? table with { Columns = [.. columns.Select(column => Written(column, step, Path(table, column)))] }
                : null;
        }

        return field is not FileField && !field.IsComputed && StepRights.MayWrite(step, field.Name) ? Written(field, step, field.Name) : null;
    }

    private static FieldDefinition Written(FieldDefinition field, PersonStepActivity step, string path)
    {
        var isRead = field.ReadOnly || !StepRights.MayWrite(step, path);
        return field with { ReadOnly = isRead, Required = !isRead && (field.Required || step.Fields?.GetValueOrDefault(path) == FieldRight.Required) };
    }

    private static string Path(TableField table, FieldDefinition column) => $"{table.Name}.{column.Name}";
}

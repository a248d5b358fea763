using System.Collections;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;
using Workflows.Definitions;

namespace Backoffice.Data.Workflows;

/// <summary>The rights that a step gives its people on the record (A8). Pure.</summary>
public static class StepRights
{
    /// <summary>Required fields that are empty, columns row by row.</summary>
    internal static IEnumerable<Problem> Missing(FormDefinition form, Record record, IReadOnlyDictionary<string, FieldRight> rights)
    {
        foreach (var (path, _) in rights.Where(right => right.Value == FieldRight.Required))
        {
            var dot = path.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                if (form.Field(path) is { } field && IsEmpty(record[path]))
                {
                    yield return Required(field, path);
                }

                continue;
            }

            if (form.Field(path[..dot]) is TableField table && table.Columns.FirstOrDefault(one => one.Name == path[(dot + 1)..]) is { } column)
            {
                foreach (var (index, row) in record.Rows(table.Name).Index())
                {
                    if (IsEmpty(row[column.Name]))
                    {
                        yield return Required(column, $"{table.Name}[{index}].{column.Name}");
                    }
                }
            }
        }
    }

    /// <summary>What differs between two versions of a record and may not be changed at a step, by path.</summary>
    internal static IEnumerable<string> Forbidden(FormDefinition form, PersonStepActivity step, Record before, Record after)
    {
        foreach (var field in form.Fields.Where(field => !field.IsComputed))
        {
            if (field is TableField table)
            {
                foreach (var path in Forbidden(table, step, before, after))
                {
                    yield return path;
                }
            }
            else if (field is not FileField && !Equals(before[field.Name], after[field.Name]) && !MayWrite(step, field.Name))
            {
                yield return field.Name;
            }
        }
    }

    /// <summary>Whether the people of a step may write a field, or a column by its path.</summary>
    public static bool MayWrite(PersonStepActivity step, string path) =>
        step.Fields?.GetValueOrDefault(path) is FieldRight.Write or FieldRight.Required;

    /// <summary>Whether the people of a step see a field, or a column by its path.</summary>
    public static bool MaySee(PersonStepActivity step, string path) => step.Fields?.GetValueOrDefault(path) != FieldRight.Hidden;

    /// <summary>A copy without the values that the people of a step do not see.</summary>
    internal static Record Visible(FormDefinition form, PersonStepActivity step, Record record)
    {
        if (step.Fields?.Values.Contains(FieldRight.Hidden) != true)
        {
            return record;
        }

        var seen = record.Copy();
        foreach (var field in form.Fields)
        {
            if (!MaySee(step, field.Name))
            {
                seen.Values.Remove(field.Name);
            }
            else if (field is TableField table)
            {
                foreach (var row in seen.Rows(table.Name))
                {
                    foreach (var column in table.Columns.Where(column => !MaySee(step, $"{table.Name}.{column.Name}")))
                    {
                        row.Values.Remove(column.Name);
                    }
                }
            }
        }

        return seen;
    }

    private static IEnumerable<string> Forbidden(TableField table, PersonStepActivity step, Record before, Record after)
    {
        var rights = step.Rows?.GetValueOrDefault(table.Name);
        var old = before.Rows(table.Name).ToDictionary(row => row.Id);
        var now = after.Rows(table.Name);
        if (now.Any(row => !old.ContainsKey(row.Id)) && rights is not { Add: true })
        {
            yield return table.Name;
        }

        if (old.Keys.Except(now.Select(row => row.Id)).Any() && rights is not { Remove: true })
        {
            yield return table.Name;
        }

        foreach (var row in now.Where(row => old.ContainsKey(row.Id)))
        {
            foreach (var column in table.Columns.Where(column => !column.IsComputed && !Equals(old[row.Id][column.Name], row[column.Name]) && !MayWrite(step, $"{table.Name}.{column.Name}")))
            {
                yield return $"{table.Name}.{column.Name}";
            }
        }
    }

    private static bool IsEmpty(object? value) => value is null or string { Length: 0 } or ICollection { Count: 0 };

    private static Problem Required(FieldDefinition field, string path) =>
        new(path, "field.required", $"{field.Label} is required here.") { Arguments = [field.Label] };
}

using System.Globalization;
using System.Text.Json;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;

namespace Forms.Records;

/// <summary>Says what is wrong with records: required fields, limits of the field types, rules of the form. Thread-safe.</summary>
public sealed class RecordValidator(ConditionEvaluator conditions)
{
    /// <summary>Problems by record, in the order of the fields. Paths: <c>endsOn</c>, <c>lines[2].quantity</c>.</summary>
    /// <param name="me">Whom <c>@me</c> means in the rules.</param>
    public async Task<IReadOnlyList<IReadOnlyList<Problem>>> CheckAsync(FormDefinition form, IReadOnlyList<Record> records, Guid? me, CancellationToken ct)
    {
        var rules = form.Rules.Count == 0
            ? null
            : await conditions.HoldAsync([.. form.Rules.Select(rule => rule.Holds)], form, records, form.Files, me, ct);
        return
        [
            .. records.Select((record, index) => (IReadOnlyList<Problem>)
            [
                .. form.Fields.SelectMany(field => Check(field, record[field.Name], field.Name)),
                .. form.Rules.Where((_, rule) => rules is not null && !rules[index][rule]).Select(Broken),
            ]),
        ];
    }

    private static IEnumerable<Problem> Check(FieldDefinition field, object? value, string path)
    {
        if (field is TableField table)
        {
            return CheckRows(table, value as IReadOnlyList<RecordRow> ?? [], path);
        }

        if (value is null or System.Collections.ICollection { Count: 0 })
        {
            // What a machine fills in is not asked of people.
            return field is { Required: true, IsComputed: false } and not AutoNumberField
                ? [new Problem(path, "field.required", $"{field.Label} is required.") { Arguments = [field.Label] }]
                : [];
        }

        return field.Storage switch
        {
            _ when !IsOfType(field.Storage, value) => [new Problem(path, "field.type", $"{field.Label} cannot hold this value.") { Arguments = [field.Label] }],
            FieldStorage.Number when Fits(field, (decimal)value) is { } problem => [problem with { Path = path }],
            _ => field.Check(value).Select(problem => problem with { Path = path }),
        };
    }

    private static IEnumerable<Problem> CheckRows(TableField table, IReadOnlyList<RecordRow> rows, string path)
    {
        if (rows.Count < Math.Max(table.MinRows, table.Required ? 1 : 0))
        {
            yield return TooFewRows(table, path, rows.Count);
        }

        for (var index = 0; index < rows.Count; index++)
        {
            foreach (var column in table.Columns)
            {
                var cell = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}].{column.Name}");
                foreach (var problem in Check(column, rows[index][column.Name], cell))
                {
                    yield return problem;
                }
            }
        }
    }

    /// <summary>The same limits of digits as when it is read from text: a page may hand over a number directly.</summary>
    private static Problem? Fits(FieldDefinition field, decimal number) => field.Parse(JsonSerializer.SerializeToElement(number)).Problem;

    private static bool IsOfType(FieldStorage storage, object value) => storage switch
    {
        FieldStorage.Text => value is string,
        FieldStorage.Number => value is decimal,
        FieldStorage.Date => value is DateOnly,
        FieldStorage.YesNo => value is bool,
        FieldStorage.Link or FieldStorage.Person => value is Guid,
        _ => true,
    };

    private static Problem TooFewRows(TableField table, string path, int found)
    {
        var least = Math.Max(table.MinRows, 1).ToString(CultureInfo.InvariantCulture);
        return new Problem(path, "field.rows", $"At least {least} rows, this has {found.ToString(CultureInfo.InvariantCulture)}.") { Arguments = [least] };
    }

    private static Problem Broken(ValidationRule rule) => new(rule.Field, "form.rule", rule.Message) { Arguments = [rule.Id] };
}

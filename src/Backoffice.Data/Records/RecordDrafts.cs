using System.Globalization;
using System.Text.Json;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;

namespace Backoffice.Data.Records;

/// <summary>Records before they are saved: defaults, computed fields, and what is wrong with them. Writes nothing.</summary>
internal sealed class RecordDrafts(RecordCalculator calculator, RecordValidator validator, TimeProvider time)
{
    /// <summary>The date in the company's time zone.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    internal DateTimeOffset Now => time.GetUtcNow();

    internal Record New(FormDefinition form, Actor actor) => new()
    {
        Form = form.Key,
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Values = form.Fields
            .Select(field => (field.Name, Value: this.Default(field, actor)))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
    };

    internal object? Default(FieldDefinition field, Actor actor)
    {
        if (field.Default is not { } json)
        {
            return null;
        }

        return field.Storage switch
        {
            FieldStorage.Person when IsWord(json, "@me") => actor.IsSystem ? null : actor.Person,
            FieldStorage.Date when IsWord(json, "@today") => this.Today,
            _ => field.Parse(json).Value,
        };
    }

    /// <summary>Copies with computed fields. Fields that nobody may write keep what the copy has.</summary>
    internal Task<IReadOnlyList<Calculation>> CalculateAsync(FormDefinition form, IReadOnlyList<Record> records, CancellationToken ct) =>
        calculator.CalculateAsync(form, [.. records.Select(record => WithoutEmptyText(form, record))], ct);

    internal Task<bool> UsesAsync(FormDefinition form, string field, CancellationToken ct) => calculator.UsesAsync(form, field, ct);

    /// <summary>All problems of computed records, by record. A formula that failed stands before the rest.</summary>
    internal async Task<IReadOnlyList<IReadOnlyList<Problem>>> CheckAsync(FormDefinition form, IReadOnlyList<Calculation> calculated, Guid? me, CancellationToken ct)
    {
        var problems = await validator.CheckAsync(form, [.. calculated.Select(calculation => calculation.Record)], me, ct);
        return [.. calculated.Zip(problems, (calculation, found) => (IReadOnlyList<Problem>)[.. calculation.Problems, .. found])];
    }

    /// <summary>Refuses when there are problems. Those of one record of many name it: <c>records[3].lines[2].quantity</c>.</summary>
    /// <exception cref="RefusalException">Invalid.</exception>
    internal static void Refuse(IReadOnlyList<IReadOnlyList<Problem>> byRecord)
    {
        var problems = byRecord.Count == 1
            ? byRecord[0]
            : [.. byRecord.SelectMany((found, index) => found.Select(problem => problem with { Path = string.Create(CultureInfo.InvariantCulture, $"records[{index}].{problem.Path}") }))];
        if (problems.Any(problem => problem.Severity == Severity.Error))
        {
            throw RefusalException.Invalid(problems);
        }
    }

    /// <summary>An empty field is null, never an empty text, whatever a text box gives.</summary>
    private static Record WithoutEmptyText(FormDefinition form, Record record)
    {
        foreach (var field in form.Fields.Where(field => record[field.Name] is string { Length: 0 }))
        {
            record = record.Copy();
            record.Values[field.Name] = null;
        }

        return record;
    }

    private static bool IsWord(JsonElement json, string word) => json.ValueKind == JsonValueKind.String && json.ValueEquals(word);
}

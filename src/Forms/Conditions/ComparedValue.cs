using System.Globalization;
using System.Text.Json;
using Forms.Fields;
using Forms.Problems;

namespace Forms.Conditions;

/// <summary>
/// The right side of a comparison, read for the kind of the field: the same for evaluation in C# and for SQL.
/// </summary>
/// <param name="Values">Of the field's CLR type, without empty ones; one unless the operator takes a list.</param>
/// <param name="WithEmpty">Whether an empty value was given.</param>
public sealed record ComparedValue(IReadOnlyList<object> Values, bool WithEmpty)
{
    /// <summary>Reads the value of a comparison.</summary>
    /// <exception cref="RefusalException">Invalid: the operator does not fit the field, or the value cannot be read.</exception>
    public static ComparedValue Of(Condition comparison, FieldStorage storage, ConditionContext context)
    {
        var comparedBy = comparison.Operator ?? ComparisonOperator.Is;
        if (!Fits(comparedBy, storage))
        {
            throw Wrong(comparison, "condition.operator", $"\"{comparison.Field}\" cannot be compared by {comparedBy}.");
        }

        if (comparedBy is ComparisonOperator.IsEmpty or ComparisonOperator.IsNotEmpty)
        {
            return new ComparedValue([], WithEmpty: true);
        }

        var list = comparedBy is ComparisonOperator.IsAnyOf or ComparisonOperator.IsNoneOf;
        var json = comparison.Value ?? default;
        if (list && json.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(comparison, "condition.value", $"\"{comparison.Field}\" is compared with a list, but found one value.");
        }

        var values = (list ? json.EnumerateArray() : Enumerable.Repeat(json, 1)).Select(value => Read(comparison, value, storage, context)).ToList();
        return new ComparedValue([.. values.OfType<object>()], values.Contains(null));
    }

    /// <summary>Text is compared for equality, for its start and for what it contains; numbers and dates also by order.</summary>
    private static bool Fits(ComparisonOperator comparedBy, FieldStorage storage) => comparedBy switch
    {
        ComparisonOperator.IsEmpty or ComparisonOperator.IsNotEmpty => true,
        ComparisonOperator.Contains or ComparisonOperator.StartsWith => storage is FieldStorage.Text,
        ComparisonOperator.Is or ComparisonOperator.IsNot or ComparisonOperator.IsAnyOf or ComparisonOperator.IsNoneOf =>
            storage is not (FieldStorage.Rows or FieldStorage.Files),
        _ => storage is FieldStorage.Number or FieldStorage.Date,
    };

    private static object? Read(Condition comparison, JsonElement json, FieldStorage storage, ConditionContext context)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || (json.ValueKind == JsonValueKind.String && json.GetString()!.Length == 0))
        {
            return null;
        }

        object? read = storage switch
        {
            FieldStorage.Text => json.ValueKind == JsonValueKind.String ? json.GetString() : json.GetRawText(),
            FieldStorage.Number => Number(json),
            FieldStorage.Date when IsWord(json, "@today") => context.Today,
            FieldStorage.Date => DateOnly.TryParseExact(json.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            FieldStorage.YesNo => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : bool.TryParse(json.ToString(), out var yes) ? yes : null,
            _ when IsWord(json, "@me") => context.Me ?? Guid.Empty,
            _ => Guid.TryParse(json.ToString(), out var id) ? id : null,
        };
        return read ?? throw Wrong(comparison, "condition.value", $"\"{comparison.Field}\" cannot be compared with {json.GetRawText()}.");
    }

    private static object? Number(JsonElement json) =>
        decimal.TryParse(json.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsWord(JsonElement json, string word) => json.ValueKind == JsonValueKind.String && json.ValueEquals(word);

    private static RefusalException Wrong(Condition comparison, string code, string message) =>
        RefusalException.Invalid([new Problem(comparison.Field ?? string.Empty, code, message)]);
}

using System.Collections;

namespace Forms.Conditions;

/// <summary>
/// Compares one value. An empty value is less than every value and contains nothing; text is equal to the letter,
/// contained without regard to case. The SQL of the lists means the same (a test runs both on one table of cases).
/// </summary>
public static class Comparison
{
    /// <param name="value">Of the field; null, or an empty list for sub-tables and files, is empty.</param>
    public static bool Holds(object? value, ComparisonOperator comparedBy, ComparedValue with)
    {
        var found = value is ICollection { Count: 0 } ? null : value;
        return comparedBy switch
        {
            ComparisonOperator.IsEmpty => found is null,
            ComparisonOperator.IsNotEmpty => found is not null,
            ComparisonOperator.Is or ComparisonOperator.IsAnyOf => IsAny(found, with),
            ComparisonOperator.IsNot or ComparisonOperator.IsNoneOf => !IsAny(found, with),
            ComparisonOperator.Contains => found is string text && text.Contains(Text(with), StringComparison.OrdinalIgnoreCase),
            ComparisonOperator.StartsWith => found is string text && text.StartsWith(Text(with), StringComparison.OrdinalIgnoreCase),
            ComparisonOperator.Above => Order(found, with) > 0,
            ComparisonOperator.AtLeast => Order(found, with) >= 0,
            ComparisonOperator.Below => Order(found, with) < 0,
            ComparisonOperator.AtMost => Order(found, with) <= 0,
            _ => throw new ArgumentOutOfRangeException(nameof(comparedBy), comparedBy, message: null),
        };
    }

    private static bool IsAny(object? value, ComparedValue with) => value is null ? with.WithEmpty : with.Values.Contains(value);

    private static string Text(ComparedValue with) => with.Values is [string text] ? text : string.Empty;

    /// <summary>Values of one field have one type, so they are comparable; empty stands before all.</summary>
    private static int Order(object? value, ComparedValue with) =>
        Comparer.Default.Compare(value, with.Values.Count == 0 ? null : with.Values[0]);
}

using System.Linq.Expressions;
using Backoffice.Data.Schema;
using Forms.Conditions;
using Forms.Fields;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>One comparison as SQL; means the same as <see cref="Comparison"/>.</summary>
internal static class ComparisonSql
{
    private static readonly Expression Functions = Expression.Constant(EF.Functions);

    internal static Expression Of(Expression row, FieldColumn column, ComparisonOperator comparedBy, ComparedValue with, DatabaseKind kind)
    {
        var left = column.Of(row, kind);
        var isEmpty = Expression.Equal(left, Expression.Constant(null, left.Type));
        return comparedBy switch
        {
            ComparisonOperator.IsEmpty => isEmpty,
            ComparisonOperator.IsNotEmpty => Expression.Not(isEmpty),
            ComparisonOperator.Is or ComparisonOperator.IsAnyOf => IsAny(left, isEmpty, column, with, kind),
            ComparisonOperator.IsNot or ComparisonOperator.IsNoneOf => Expression.Not(IsAny(left, isEmpty, column, with, kind)),
            ComparisonOperator.Contains => Contains(left, Text(with), kind),
            ComparisonOperator.StartsWith => Like(left, string.Empty, Text(with), kind),
            _ => Ordered(left, isEmpty, column, comparedBy, with, kind),
        };
    }

    /// <summary>Text anywhere in a column, without regard to case.</summary>
    internal static Expression Contains(Expression left, string text, DatabaseKind kind) => Like(left, "%", text, kind);

    private static Expression IsAny(Expression left, Expression isEmpty, FieldColumn column, ComparedValue with, DatabaseKind kind)
    {
        var values = with.Values.Select(value => Exact(value, column, kind)).OfType<object>().ToList();
        var parts = new List<Expression>();
        if (values.Count == 1)
        {
            parts.Add(Expression.Equal(left, RowExpression.Value(values[0], left.Type)));
        }
        else if (values.Count > 1)
        {
            var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(left.Type))!;
            values.ForEach(value => list.Add(value));
            var items = RowExpression.Value(list, typeof(IEnumerable<>).MakeGenericType(left.Type));
            parts.Add(Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [left.Type], items, left));
        }

        if (with.WithEmpty)
        {
            parts.Add(isEmpty);
        }

        return parts.Count == 0 ? Expression.Constant(value: false) : parts.Aggregate(Expression.OrElse);
    }

    /// <summary>The value as stored; null when no row can hold it (12.345 at scale 2 on SQLite).</summary>
    private static object? Exact(object value, FieldColumn column, DatabaseKind kind)
    {
        if (value is not decimal number || kind != DatabaseKind.Sqlite)
        {
            return value;
        }

        var scaled = Scaled(number, column);
        return scaled == decimal.Truncate(scaled) && scaled is >= long.MinValue and <= long.MaxValue ? decimal.ToInt64(scaled) : null;
    }

    /// <summary>Empty stands before every value. Between two whole numbers, the side decides which way to round.</summary>
    private static Expression Ordered(Expression left, Expression isEmpty, FieldColumn column, ComparisonOperator comparedBy, ComparedValue with, DatabaseKind kind)
    {
        if (with.Values.Count == 0)
        {
            return comparedBy switch
            {
                ComparisonOperator.Above => Expression.Not(isEmpty),
                ComparisonOperator.AtMost => isEmpty,
                _ => Expression.Constant(comparedBy == ComparisonOperator.AtLeast),
            };
        }

        var value = with.Values[0];
        if (value is decimal number && kind == DatabaseKind.Sqlite)
        {
            var scaled = Scaled(number, column);
            scaled = comparedBy is ComparisonOperator.Above or ComparisonOperator.AtMost ? decimal.Floor(scaled) : decimal.Ceiling(scaled);
            value = decimal.ToInt64(Math.Clamp(scaled, long.MinValue, long.MaxValue));
        }

        var right = RowExpression.Value(value, left.Type);
        return comparedBy switch
        {
            ComparisonOperator.Above => Expression.GreaterThan(left, right),
            ComparisonOperator.AtLeast => Expression.GreaterThanOrEqual(left, right),
            ComparisonOperator.Below => Expression.OrElse(Expression.LessThan(left, right), isEmpty),
            ComparisonOperator.AtMost => Expression.OrElse(Expression.LessThanOrEqual(left, right), isEmpty),
            _ => throw new ArgumentOutOfRangeException(nameof(comparedBy), comparedBy, message: null),
        };
    }

    /// <summary>Far beyond any column, but within what decimals multiply.</summary>
    private static decimal Scaled(decimal number, FieldColumn column) =>
        ColumnValue.Scaled(Math.Clamp(number, -1_000_000_000_000_000_000m, 1_000_000_000_000_000_000m), column.Scale);

    /// <param name="before">What may stand before the text: nothing or <c>%</c>; after it anything may.</param>
    private static MethodCallExpression Like(Expression left, string before, string text, DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite && GlobPattern.IsNeeded(text))
        {
            var glob = before.Replace('%', '*') + GlobPattern.Of(text) + "*";
            return Expression.Call(typeof(SqliteDbFunctionsExtensions), nameof(SqliteDbFunctionsExtensions.Glob), typeArguments: null, Functions, left, RowExpression.Value(glob));
        }

        var pattern = RowExpression.Value(before + Escape(text) + "%");
        return kind == DatabaseKind.PostgreSql
            ? Expression.Call(typeof(NpgsqlDbFunctionsExtensions), nameof(NpgsqlDbFunctionsExtensions.ILike), typeArguments: null, Functions, left, pattern, Expression.Constant("\\"))
            : Expression.Call(typeof(DbFunctionsExtensions), nameof(DbFunctionsExtensions.Like), typeArguments: null, Functions, left, pattern, Expression.Constant("\\"));
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal);

    private static string Text(ComparedValue with) => with.Values is [string text] ? text : string.Empty;
}

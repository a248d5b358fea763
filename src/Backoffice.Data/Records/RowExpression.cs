using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Pieces of expression trees over rows of record tables.</summary>
internal static class RowExpression
{
    internal static ParameterExpression Parameter() => Expression.Parameter(typeof(Dictionary<string, object>), "row");

    internal static Expression<Func<Dictionary<string, object>, bool>> Lambda(Expression body, ParameterExpression row) =>
        Expression.Lambda<Func<Dictionary<string, object>, bool>>(body, row);

    internal static Expression Property<T>(Expression row, string column) => Property(row, column, typeof(T));

    internal static Expression Property(Expression row, string column, Type type) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [type], row, Expression.Constant(column));

    /// <summary>
    /// A value as a parameter of the SQL. A constant in the tree would make each value a query of its own, and fill
    /// EF's cache of queries.
    /// </summary>
    internal static Expression Value<T>(T value) => Expression.Property(Expression.Constant(new Box<T>(value)), nameof(Box<>.Held));

    internal static Expression Value(object? value, Type type) =>
        Expression.Property(Expression.Constant(Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), value)), nameof(Box<>.Held));

    internal static MethodCallExpression IsIn<T>(IQueryable<T> list, Expression value) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(T)], list.Expression, value);

    private sealed class Box<T>(T held)
    {
        public T Held { get; } = held;
    }
}

using System.Linq.Expressions;
using Backoffice.Data.Schema;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Orders rows by fields; links by the title of their record, people by name; ties by id.</summary>
internal static class RecordSorting
{
    internal static IQueryable<Dictionary<string, object>> Sort(BackofficeDb db, IQueryable<Dictionary<string, object>> rows, RecordLayout layout, IReadOnlyList<RecordSort> sorts)
    {
        var wanted = sorts.Count > 0 ? sorts : Default(layout);
        var row = RowExpression.Parameter();
        var sorted = rows.Expression;
        var first = true;
        foreach (var sort in wanted)
        {
            sorted = Order(sorted, Key(db, row, layout, sort.Field), row, sort.Descending, first);
            first = false;
        }

        // In the direction of the first: then one index serves, read forwards or backwards.
        sorted = Order(sorted, RowExpression.Property<Guid>(row, SystemColumns.Id), row, wanted is [{ Descending: true }, ..], first);
        return rows.Provider.CreateQuery<Dictionary<string, object>>(sorted);
    }

    private static IReadOnlyList<RecordSort> Default(RecordLayout layout) => layout.Form.List.Sort is { } sort
        ? [new RecordSort(sort.TrimStart('-'), sort.StartsWith('-'))]
        : [];

    private static Expression Key(BackofficeDb db, ParameterExpression row, RecordLayout layout, string field)
    {
        if (layout.Column(field) is { } binding)
        {
            return RecordTitleColumn.Of(db, row, binding) ?? FieldColumn.Find(layout, field)!.Of(row, db.Kind);
        }

        return field switch
        {
            "createdAt" => RowExpression.Property<DateTimeOffset>(row, SystemColumns.CreatedAt),
            "modifiedAt" => RowExpression.Property<DateTimeOffset>(row, SystemColumns.ModifiedAt),
            _ => throw RefusalException.Invalid([new Problem("sort", "sort.unknown-field", $"{layout.Form.Plural} cannot be sorted by \"{field}\".") { Arguments = [field] }]),
        };
    }

    private static MethodCallExpression Order(Expression rows, Expression key, ParameterExpression row, bool descending, bool first)
    {
        var method = (first, descending) switch
        {
            (true, false) => nameof(Queryable.OrderBy),
            (true, true) => nameof(Queryable.OrderByDescending),
            (false, false) => nameof(Queryable.ThenBy),
            _ => nameof(Queryable.ThenByDescending),
        };
        return Expression.Call(typeof(Queryable), method, [typeof(Dictionary<string, object>), key.Type], rows, Expression.Quote(Expression.Lambda(key, row)));
    }
}

using System.Linq.Expressions;
using Backoffice.Data.Schema;
using Forms.Conditions;
using Forms.Fields;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>The rows that a query finds: readable, filtered, searched; not sorted.</summary>
internal static class RecordSelection
{
    internal static IQueryable<Dictionary<string, object>> Of(BackofficeDb db, RecordLayout layout, RecordAccess access, RecordQuery query, ConditionContext context)
    {
        var rows = AccessFilter.Readable(db, layout, access);
        if (query.Filter is { } filter)
        {
            rows = new ConditionSql(db, access, context).Filter(rows, layout, filter);
        }

        return Search(db, rows, layout, [.. layout.Form.List.Columns, layout.Form.Summary.Title, layout.Form.Summary.Number ?? string.Empty], query.Search);
    }

    /// <summary>Rows in which any of the fields contains the text; text and the titles of links are searched.</summary>
    internal static IQueryable<Dictionary<string, object>> Search(
        BackofficeDb db,
        IQueryable<Dictionary<string, object>> rows,
        RecordLayout layout,
        IReadOnlyList<string> fields,
        string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return rows;
        }

        var row = RowExpression.Parameter();
        var places = fields
            .Distinct(StringComparer.Ordinal)
            .Select(layout.Column)
            .OfType<ColumnBinding>()
            .Select(binding => binding.Field.Storage is FieldStorage.Text
                ? RowExpression.Property<string>(row, binding.Name)
                : RecordTitleColumn.Of(db, row, binding))
            .OfType<Expression>()
            .Select(place => ComparisonSql.Contains(place, text.Trim(), db.Kind))
            .ToList();
        var found = places.Count == 0 ? Expression.Constant(value: false) : places.Aggregate(Expression.OrElse);
        return rows.Where(RowExpression.Lambda(found, row));
    }
}

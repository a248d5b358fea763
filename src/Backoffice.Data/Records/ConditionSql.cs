using System.Linq.Expressions;
using Backoffice.Data.Schema;
using Forms.Conditions;
using Forms.Fields;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>A condition as a filter in SQL, with its values as parameters. Linked records that the actor may not read never match.</summary>
internal sealed class ConditionSql(BackofficeDb db, RecordAccess access, ConditionContext context)
{
    /// <exception cref="RefusalException">Invalid: an unknown field, a comparison that does not fit, or a formula.</exception>
    internal IQueryable<Dictionary<string, object>> Filter(IQueryable<Dictionary<string, object>> rows, RecordLayout layout, Condition condition)
    {
        var row = RowExpression.Parameter();
        return rows.Where(RowExpression.Lambda(this.Of(condition, row, layout), row));
    }

    private Expression Of(Condition condition, ParameterExpression row, RecordLayout layout)
    {
        if (condition.All is { } all)
        {
            return all.Select(part => this.Of(part, row, layout)).Aggregate((Expression)Expression.Constant(value: true), And);
        }

        if (condition.Any is { } any)
        {
            return any.Select(part => this.Of(part, row, layout)).Aggregate((Expression)Expression.Constant(value: false), Or);
        }

        if (condition.Field is not { } name)
        {
            throw Wrong(condition.Formula ?? string.Empty, "condition.not-a-filter", "A list is filtered by comparisons, not by a formula.");
        }

        return FieldColumn.Find(layout, name) is { } column
            ? this.Compare(condition, row, column)
            : this.OverLink(condition, name, row, layout) ?? this.HasRows(condition, name, row, layout) ?? throw Wrong(name, "condition.unknown-field", $"There is no field \"{name}\".");
    }

    private Expression Compare(Condition comparison, ParameterExpression row, FieldColumn column) => ComparisonSql.Of(
        row,
        column,
        comparison.Operator ?? ComparisonOperator.Is,
        ComparedValue.Of(comparison, column.Storage, context),
        db.Kind);

    /// <summary><c>customer.country</c>: the link is one of the customers for which it holds, or is empty and it holds for an empty value.</summary>
    private Expression? OverLink(Condition comparison, string path, ParameterExpression row, RecordLayout layout)
    {
        if (path.Split('.') is not [var name, var far]
            || layout.Column(name) is not { Field: LinkField { Form: var form } } link
            || db.Published.Layout(form) is not { } target
            || FieldColumn.Find(target, far) is not { } column)
        {
            return null;
        }

        var inner = RowExpression.Parameter();
        var matching = AccessFilter.Readable(db, target, access.Of(target))
            .Where(RowExpression.Lambda(this.Compare(comparison, inner, column), inner))
            .Select(found => (Guid?)EF.Property<Guid>(found, SystemColumns.Id));
        var id = RowExpression.Property<Guid?>(row, link.Name);
        var isIn = RowExpression.IsIn(matching, id);
        var holdsForEmpty = Comparison.Holds(null, comparison.Operator ?? ComparisonOperator.Is, ComparedValue.Of(comparison, column.Storage, context));
        return holdsForEmpty ? Or(Expression.Equal(id, Expression.Constant(null, typeof(Guid?))), isIn) : isIn;
    }

    /// <summary>Whether a sub-table has rows, or a file field has files.</summary>
    private Expression? HasRows(Condition comparison, string name, ParameterExpression row, RecordLayout layout)
    {
        IQueryable<Guid> owners;
        if (layout.SubTable(name) is { } table)
        {
            owners = db.Rows(table.Table).Select(child => EF.Property<Guid>(child, SystemColumns.ParentId));
        }
        else if (layout.Form.Field(name) is FileField { Id: var field })
        {
            owners = db.Attachments.Where(file => file.Field == field && file.RemovedAt == null).Select(file => file.Record);
        }
        else
        {
            return null;
        }

        ComparedValue.Of(comparison, layout.Form.Field(name)!.Storage, context);
        var has = RowExpression.IsIn(owners, RowExpression.Property<Guid>(row, SystemColumns.Id));
        return comparison.Operator == ComparisonOperator.IsEmpty ? Expression.Not(has) : has;
    }

    private static Expression And(Expression left, Expression right) => left is ConstantExpression { Value: true } ? right : Expression.AndAlso(left, right);

    private static Expression Or(Expression left, Expression right) => left is ConstantExpression { Value: false } ? right : Expression.OrElse(left, right);

    private static RefusalException Wrong(string path, string code, string message) => RefusalException.Invalid([new Problem(path, code, message)]);
}

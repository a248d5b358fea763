using System.Linq.Expressions;
using Backoffice.Data.Directory;
using Backoffice.Data.Schema;
using Forms.Fields;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>The title of what a link or a person field points to, as an expression to sort and search by.</summary>
internal static class RecordTitleColumn
{
    /// <summary>Null when the field is no link, or the title of its form is no text.</summary>
    internal static Expression? Of(BackofficeDb db, Expression row, ColumnBinding binding)
    {
        var id = RowExpression.Property<Guid?>(row, binding.Name);
        if (binding.Field is LinkField link)
        {
            var target = db.Published.Layout(link.Form);
            return target.Column(target.Form.Summary.Title) is { Field.Storage: FieldStorage.Text } title ? Title(db, target, title, id) : null;
        }

        return binding.Column.Kind == ColumnKind.Person ? Name(db, id) : null;
    }

    private static MethodCallExpression Title(BackofficeDb db, RecordLayout target, ColumnBinding title, Expression id)
    {
        var linked = Expression.Parameter(typeof(Dictionary<string, object>), "linked");
        var isIt = Expression.Equal(Expression.Convert(RowExpression.Property<Guid>(linked, SystemColumns.Id), typeof(Guid?)), id);
        var select = Expression.Lambda<Func<Dictionary<string, object>, string>>(RowExpression.Property<string>(linked, title.Name), linked);
        return First(db.Rows(target.Table).AsQueryable().Expression, typeof(Dictionary<string, object>), RowExpression.Lambda(isIt, linked), select);
    }

    private static MethodCallExpression Name(BackofficeDb db, Expression id)
    {
        var person = Expression.Parameter(typeof(PersonRow), "person");
        var isIt = Expression.Equal(Expression.Convert(Expression.Property(person, nameof(PersonRow.Id)), typeof(Guid?)), id);
        var select = Expression.Lambda<Func<PersonRow, string>>(Expression.Property(person, nameof(PersonRow.Name)), person);
        return First(db.People.AsQueryable().Expression, typeof(PersonRow), Expression.Lambda<Func<PersonRow, bool>>(isIt, person), select);
    }

    private static MethodCallExpression First(Expression rows, Type type, LambdaExpression isIt, LambdaExpression select)
    {
        var where = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [type], rows, Expression.Quote(isIt));
        var titles = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [type, typeof(string)], where, Expression.Quote(select));
        return Expression.Call(typeof(Queryable), nameof(Queryable.FirstOrDefault), [typeof(string)], titles);
    }
}

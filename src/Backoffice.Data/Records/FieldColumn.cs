using System.Linq.Expressions;
using Backoffice.Data.Schema;
using Forms.Conditions;
using Forms.Fields;

namespace Backoffice.Data.Records;

/// <summary>A column as conditions and sorts see it: a field's, or one that every record has.</summary>
/// <param name="Storage">How it compares.</param>
/// <param name="Scale">Digits after the point of a number.</param>
internal sealed record FieldColumn(string Name, FieldStorage Storage, int Scale)
{
    internal static FieldColumn? Find(RecordLayout layout, string name)
    {
        if (layout.Column(name) is { } binding)
        {
            return new FieldColumn(binding.Name, binding.Field.Storage, binding.Column.Scale);
        }

        return SystemField.Storage(name) is { } storage && layout.Form.Field(name) is null
            ? new FieldColumn(char.ToUpperInvariant(name[0]) + name[1..], storage, 0)
            : null;
    }

    internal Type ClrType(DatabaseKind kind) => this.Storage switch
    {
        FieldStorage.Text => typeof(string),
        FieldStorage.Number => kind == DatabaseKind.Sqlite ? typeof(long?) : typeof(decimal?),
        FieldStorage.Date => typeof(DateOnly?),
        FieldStorage.YesNo => typeof(bool?),
        _ when this.Name == SystemColumns.Id => typeof(Guid),
        _ => typeof(Guid?),
    };

    internal Expression Of(Expression row, DatabaseKind kind)
    {
        var property = RowExpression.Property(row, this.Name, this.ClrType(kind));
        return property.Type == typeof(Guid) ? Expression.Convert(property, typeof(Guid?)) : property;
    }
}

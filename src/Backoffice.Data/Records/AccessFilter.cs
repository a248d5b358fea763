using System.Linq.Expressions;
using Backoffice.Data.Schema;
using Backoffice.Data.Workflows;
using Forms.Definitions;
using Microsoft.EntityFrameworkCore;
using Workflows.WorkItems;

namespace Backoffice.Data.Records;

/// <summary>The one filter that every query of records passes: alive, and readable by the actor.</summary>
internal static class AccessFilter
{
    internal static IQueryable<Dictionary<string, object>> Readable(BackofficeDb db, RecordLayout layout, RecordAccess access)
    {
        var alive = db.Rows(layout.Table).AsNoTracking().Where(row => EF.Property<DateTimeOffset?>(row, SystemColumns.DeletedAt) == null);
        if (access.Everything || access.Scopes(RecordRight.Read).Contains(RecordScope.All))
        {
            return alive;
        }

        var row = RowExpression.Parameter();
        var parts = access.Scopes(RecordRight.Read).SelectMany(scope => scope == RecordScope.UnitAndBelow ? [InUnits(row, access)] : Own(row, layout, access)).ToList();
        parts.Add(TookPart(db, row, layout, access));
        return alive.Where(RowExpression.Lambda(parts.Aggregate(Expression.OrElse), row));
    }

    /// <summary>
    /// Whether somebody took part in the approval of a record: submitted it, has, had or did a work item of it, or acts now for
    /// somebody who is asked.
    /// </summary>
    internal static Task<bool> TookPartAsync(BackofficeDb db, Guid person, Guid record, DateTimeOffset now, CancellationToken ct)
    {
        var proxies = DelegationStore.InForce(db.Delegations, now).Where(row => row.Proxy == person);
        return db.Instances.AnyAsync(
            instance => instance.Record == record
                && (instance.Initiator == person
                    || db.WorkItems.Any(item => item.Instance == instance.Id
                        && (item.Person == person
                            || item.ActedBy == person
                            || ((item.State == WorkItemState.Open || item.State == WorkItemState.Held)
                                && item.Kind != WorkItemKind.Read
                                && proxies.Any(row => row.Holder == item.Person && (row.Workflows == null || row.Workflows.Contains("," + instance.Workflow + ","))))))),
            ct);
    }

    private static Expression InUnits(ParameterExpression row, RecordAccess access) => Expression.Call(
        typeof(Enumerable),
        nameof(Enumerable.Contains),
        [typeof(Guid?)],
        RowExpression.Value<IEnumerable<Guid?>>([.. access.Units.Select(unit => (Guid?)unit)]),
        RowExpression.Property<Guid?>(row, SystemColumns.Unit));

    private static IEnumerable<Expression> Own(ParameterExpression row, RecordLayout layout, RecordAccess access) => layout.Columns
        .Where(binding => binding.Column.Kind == ColumnKind.Person)
        .Select(binding => binding.Name)
        .Prepend(SystemColumns.CreatedBy)
        .Select(column => Expression.Equal(RowExpression.Property<Guid?>(row, column), RowExpression.Value<Guid?>(access.Person)));

    /// <summary>As a list of ids that does not depend on the row, so that the database makes it once.</summary>
    private static MethodCallExpression TookPart(BackofficeDb db, ParameterExpression row, RecordLayout layout, RecordAccess access)
    {
        var (form, person) = (layout.Form.Key, access.Person);
        var started = db.Instances.Where(instance => instance.Form == form && instance.Initiator == person).Select(instance => instance.Record);
        var worked = db.WorkItems
            .Where(item => item.Person == person)
            .Join(db.Instances.Where(instance => instance.Form == form), item => item.Instance, instance => instance.Id, (item, instance) => instance.Record);
        return RowExpression.IsIn(started.Union(worked), RowExpression.Property<Guid>(row, SystemColumns.Id));
    }
}

using Backoffice.Data.Instances;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Workflows;

/// <summary>The queries that every command begins with, compiled once.</summary>
internal static class InstanceRowQueries
{
    internal static readonly Func<BackofficeDb, Guid, Task<WorkflowInstanceRow?>> InstanceAsync =
        EF.CompileAsyncQuery((BackofficeDb db, Guid id) => db.Instances.AsNoTracking().FirstOrDefault(row => row.Id == id));

    internal static readonly Func<BackofficeDb, Guid, Task<WorkItemRow?>> ItemAsync =
        EF.CompileAsyncQuery((BackofficeDb db, Guid id) => db.WorkItems.AsNoTracking().FirstOrDefault(row => row.Id == id));

    internal static readonly Func<BackofficeDb, Guid, Task<bool>> IsUnderWayAsync =
        EF.CompileAsyncQuery((BackofficeDb db, Guid record) => db.Instances.Any(row => row.Record == record && row.EndedAt == null));
}

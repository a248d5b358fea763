using System.Runtime.CompilerServices;
using Backoffice.Data.Instances;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Backoffice.Data.Workflows;

/// <summary>The queries that every command begins with, compiled once for each model: a publication has one of its own.</summary>
internal static class InstanceRowQueries
{
    private static readonly ConditionalWeakTable<IModel, Compiled> ByModel = [];

    /// <summary>An instance; null when there is none.</summary>
    internal static Task<WorkflowInstanceRow?> InstanceAsync(BackofficeDb db, Guid id) => For(db).Instance(db, id);

    /// <summary>A work item; null when there is none.</summary>
    internal static Task<WorkItemRow?> ItemAsync(BackofficeDb db, Guid id) => For(db).Item(db, id);

    /// <summary>Whether a record has an instance that has not ended.</summary>
    internal static Task<bool> IsUnderWayAsync(BackofficeDb db, Guid record) => For(db).IsUnderWay(db, record);

    private static Compiled For(BackofficeDb db) => ByModel.GetValue(db.Model, _ => new Compiled());

    private sealed class Compiled
    {
        internal Func<BackofficeDb, Guid, Task<WorkflowInstanceRow?>> Instance { get; } =
            EF.CompileAsyncQuery((BackofficeDb db, Guid id) => db.Instances.AsNoTracking().FirstOrDefault(row => row.Id == id));

        internal Func<BackofficeDb, Guid, Task<WorkItemRow?>> Item { get; } =
            EF.CompileAsyncQuery((BackofficeDb db, Guid id) => db.WorkItems.AsNoTracking().FirstOrDefault(row => row.Id == id));

        internal Func<BackofficeDb, Guid, Task<bool>> IsUnderWay { get; } =
            EF.CompileAsyncQuery((BackofficeDb db, Guid record) => db.Instances.Any(row => row.Record == record && row.EndedAt == null));
    }
}

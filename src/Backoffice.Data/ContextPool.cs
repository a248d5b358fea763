using System.Collections.Concurrent;
using Backoffice.Data.Schema;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data;

/// <summary>
/// Contexts of the publication in force, used again: making one costs as much as a small query. Only a context whose work went
/// well comes back, cleared; contexts of an earlier publication are dropped. Thread-safe.
/// </summary>
internal sealed class ContextPool(BackofficeDbFactory factory)
{
    private const int MostKept = 32;

    private volatile Shelf shelf = new(PublishedSchema.Empty);

    internal BackofficeDb Rent(PublishedSchema schema)
    {
        var current = this.shelf;
        if (!ReferenceEquals(current.Schema, schema))
        {
            this.shelf = current = new Shelf(schema);
        }

        return current.Contexts.TryTake(out var kept) ? kept : factory.Create(schema);
    }

    internal async ValueTask ReturnAsync(BackofficeDb db)
    {
        var current = this.shelf;
        if (!ReferenceEquals(current.Schema, db.Published) || current.Contexts.Count >= MostKept || db.Database.CurrentTransaction is not null)
        {
            await db.DisposeAsync();
            return;
        }

        db.ChangeTracker.Clear();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        db.AfterCommitCallbacks.Clear();
        current.Contexts.Add(db);
    }

    private sealed class Shelf(PublishedSchema schema)
    {
        internal PublishedSchema Schema { get; } = schema;

        internal ConcurrentBag<BackofficeDb> Contexts { get; } = [];
    }
}

using Backoffice.Data.Schema;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Backoffice.Data.Demo;

/// <summary>
/// Counts a step of the demo in the transaction that the step itself is written in: whoever is killed anywhere goes on
/// with the first step that was not committed, and two who play at once never play a step twice. Not thread-safe.
/// </summary>
internal sealed class DemoProgress : SaveChangesInterceptor
{
    private long step;
    private bool isLast;
    private DbContext? counted;

    /// <summary>Whether the demo is to be played on, from which step, and the moment from which its hours count; null when there is nothing to play.</summary>
    internal static async Task<(int Step, DateTimeOffset StartedAt)?> ReadAsync(BackofficeDb db, CancellationToken ct)
    {
        var row = await db.Versions.SingleOrDefaultAsync(version => version.Name == VersionRow.Demo, ct);
        return row is null ? null : ((int)row.Value, await db.Publications.Where(first => first.Version == 1).Select(first => first.PublishedAt).SingleAsync(ct));
    }

    /// <summary>Has the demo played from its first step on, once the context is saved.</summary>
    internal static void Plan(BackofficeDb db) => db.Versions.Add(new VersionRow { Name = VersionRow.Demo });

    /// <summary>The next unit of work is this step, counted from 0.</summary>
    internal void Begin(int number, bool last) => (this.step, this.isLast, this.counted) = (number, last, null);

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        // A unit of work may save several times, and when it starts over it has another context.
        if (eventData.Context is BackofficeDb db && db != this.counted)
        {
            this.counted = db;
            var row = db.Versions.Where(version => version.Name == VersionRow.Demo && version.Value == this.step);
            var counts = this.isLast
                ? await row.ExecuteDeleteAsync(cancellationToken)
                : await row.ExecuteUpdateAsync(set => set.SetProperty(version => version.Value, this.step + 1), cancellationToken);
            if (counts != 1)
            {
                throw new RefusalException(RefusalReason.Conflict, "demo.played", "Another process plays the demo and was quicker.");
            }
        }

        return result;
    }
}

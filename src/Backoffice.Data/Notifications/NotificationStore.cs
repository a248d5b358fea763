using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Notifications;

/// <summary>What people were told in the page. A person only ever reaches their own. Thread-safe.</summary>
public sealed class NotificationStore(UnitOfWork work, TimeProvider time)
{
    /// <summary>The latest of a person, newest first.</summary>
    /// <param name="take">At most this many.</param>
    public Task<IReadOnlyList<NotificationRow>> LatestAsync(Guid person, int take, CancellationToken ct) =>
        work.ReadAsync<IReadOnlyList<NotificationRow>>(
            async (db, token) => await db.Notifications.AsNoTracking()
                .Where(row => row.Person == person)
                .OrderByDescending(row => row.At)
                .Take(take)
                .ToListAsync(token),
            ct);

    /// <summary>How many a person has not read.</summary>
    public Task<int> UnreadAsync(Guid person, CancellationToken ct) =>
        work.ReadAsync((db, token) => db.Notifications.CountAsync(row => row.Person == person && row.ReadAt == null, token), ct);

    /// <summary>Marks all of a person as read. Doing it twice changes nothing.</summary>
    public Task MarkReadAsync(Guid person, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return work.RunAsync(
            (db, token) => db.Notifications
                .Where(row => row.Person == person && row.ReadAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, now), token),
            ct);
    }
}

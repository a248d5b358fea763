using Backoffice.Data.Schema;
using Forms.Fields;
using Forms.Records;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>
/// Gives numbers to new records, in their transaction: the counter's row stays locked until the commit, so that
/// nobody gets the same, and a rollback gives the number back.
/// </summary>
internal static class AutoNumbers
{
    internal static async Task AssignAsync(BackofficeDb db, RecordLayout layout, IReadOnlyList<Record> created, DateOnly today, CancellationToken ct)
    {
        foreach (var field in layout.Form.Fields.OfType<AutoNumberField>())
        {
            var waiting = created.Where(record => record[field.Name] is null).ToList();
            if (waiting.Count == 0)
            {
                continue;
            }

            var pattern = AutoNumberPattern.On(field.Pattern, today);
            var next = await TakeAsync(db, $"{layout.Form.Key}/{field.Id}/{pattern.Before}#{pattern.After}", waiting.Count, ct);
            foreach (var record in waiting)
            {
                record.Values[field.Name] = pattern.Write(next++);
            }
        }
    }

    /// <summary>Takes numbers from a counter and gives the first of them. Two first ones at once: one fails on the key and starts over.</summary>
    private static async Task<long> TakeAsync(BackofficeDb db, string scope, int count, CancellationToken ct)
    {
        var taken = await db.Counters.Where(counter => counter.Scope == scope).ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Last, counter => counter.Last + count), ct);
        if (taken == 0)
        {
            db.Counters.Add(new CounterRow { Scope = scope, Last = count });
            await db.SaveChangesAsync(ct);
            return 1;
        }

        var last = await db.Counters.AsNoTracking().Where(counter => counter.Scope == scope).Select(counter => counter.Last).SingleAsync(ct);
        return last - count + 1;
    }
}

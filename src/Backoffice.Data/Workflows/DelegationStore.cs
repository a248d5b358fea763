using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Workflows;

/// <summary>Standing delegations: who acts for whom, when, and for which workflows (A1). Thread-safe.</summary>
public sealed class DelegationStore(UnitOfWork work, DirectoryStore directories, TimeProvider time)
{
    /// <summary>The longest that one lasts.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Those in force at a moment.</summary>
    internal static IQueryable<DelegationRow> InForce(IQueryable<DelegationRow> rows, DateTimeOffset at) =>
        rows.Where(row => row.RevokedAt == null && row.StartsAt <= at && at < row.EndsAt);

    /// <summary>Given by a person or held by them, the latest first; those that ended more than a year ago left out.</summary>
    public Task<IReadOnlyList<DelegationRow>> OfAsync(Guid person, CancellationToken ct)
    {
        var since = time.GetUtcNow().AddYears(-1);
        return work.ReadAsync<IReadOnlyList<DelegationRow>>(
            async (db, token) => await db.Delegations
                .Where(row => (row.Holder == person || row.Proxy == person) && row.EndsAt > since)
                .OrderByDescending(row => row.StartsAt)
                .ToListAsync(token),
            ct);
    }

    /// <summary>All that are or will be in force, for administrators, the earliest first.</summary>
    /// <exception cref="RefusalException">Forbidden.</exception>
    public async Task<IReadOnlyList<DelegationRow>> AllAsync(Actor actor, CancellationToken ct)
    {
        await this.DemandAsync(actor, holder: null, ct);
        var now = time.GetUtcNow();
        return await work.ReadAsync(
            (db, token) => db.Delegations.Where(row => row.RevokedAt == null && row.EndsAt > now).OrderBy(row => row.StartsAt).ToListAsync(token),
            ct);
    }

    /// <summary>Lets somebody act for a person; for oneself, or for anybody as an administrator.</summary>
    /// <param name="workflows">Keys of workflows; all when empty.</param>
    /// <exception cref="RefusalException">Forbidden; invalid, with the field that is wrong.</exception>
    public async Task<DelegationRow> GiveAsync(
        Actor actor, Guid holder, Guid proxy, DateTimeOffset startsAt, DateTimeOffset endsAt, IReadOnlyList<string> workflows, string? comment, CancellationToken ct)
    {
        await this.DemandAsync(actor, holder, ct);
        var now = time.GetUtcNow();
        var directory = await directories.GetAsync(ct);
        var problems = new List<Problem>();
        if (proxy == holder || directory.Person(proxy) is not { Active: true })
        {
            problems.Add(new Problem("proxy", "delegation.proxy", "Expected somebody else who is with the company."));
        }

        if (endsAt <= startsAt || endsAt <= now)
        {
            problems.Add(new Problem("endsAt", "delegation.ends", "Expected an end after the beginning, and in the future."));
        }
        else if (endsAt - startsAt > Longest)
        {
            problems.Add(new Problem("endsAt", "delegation.long", "Expected at most a year."));
        }

        if (problems.Count > 0)
        {
            throw RefusalException.Invalid(problems);
        }

        var row = new DelegationRow
        {
            Id = Guid.CreateVersion7(now),
            Holder = holder,
            Proxy = proxy,
            StartsAt = startsAt,
            EndsAt = endsAt,
            Workflows = workflows.Count == 0 ? null : $",{string.Join(',', workflows)},",
            Comment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim(),
            CreatedBy = actor.Person,
            CreatedAt = now,
        };
        await work.RunAsync(
            (db, _) =>
            {
                db.Delegations.Add(row);
                return Task.CompletedTask;
            },
            ct);
        return row;
    }

    /// <summary>Ends one before its time.</summary>
    /// <exception cref="RefusalException">Not found; forbidden; invalid state: over already.</exception>
    public async Task RevokeAsync(Actor actor, Guid id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var found = await work.ReadAsync((db, token) => db.Delegations.FirstOrDefaultAsync(row => row.Id == id, token), ct) ?? throw RefusalException.NotFound("The delegation");
        await this.DemandAsync(actor, found.Holder, ct);
        if (found.RevokedAt is not null || found.EndsAt <= now)
        {
            throw new RefusalException(RefusalReason.InvalidState, "delegation.over", "Expected a delegation in force or to come, but found one that is over.");
        }

        await work.RunAsync(
            (db, token) => db.Delegations.Where(row => row.Id == id && row.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), token),
            ct);
    }

    private async Task DemandAsync(Actor actor, Guid? holder, CancellationToken ct)
    {
        var directory = await directories.GetAsync(ct);
        if (actor.Person != holder && !(directory.Person(actor.Person) is { Active: true } person && directory.IsAdministrator(person)))
        {
            throw new RefusalException(RefusalReason.Forbidden, "delegation.forbidden", "Only the person, or an administrator, can delegate the person's work.");
        }
    }
}

/// <summary>Queries of delegations.</summary>
internal static class DelegationQueries
{
    /// <summary>Those that are for a workflow, among others.</summary>
    internal static IQueryable<DelegationRow> ForWorkflow(this IQueryable<DelegationRow> rows, string workflow)
    {
        var part = $",{workflow},";
        return rows.Where(row => row.Workflows == null || row.Workflows.Contains(part));
    }
}

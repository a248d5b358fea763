using Backoffice.Data.Directory;
using Microsoft.EntityFrameworkCore;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>What proxies have decided for somebody (A1). Thread-safe.</summary>
public sealed class ProxyDecisions
{
    private readonly UnitOfWork work;
    private readonly DirectoryStore directories;
    private readonly RecordSummaries summaries;

    internal ProxyDecisions(UnitOfWork work, DirectoryStore directories, RecordSummaries summaries) => (this.work, this.directories, this.summaries) = (work, directories, summaries);

    /// <summary>The latest decisions that others took for a person, the newest first.</summary>
    public async Task<IReadOnlyList<ProxyDecision>> LatestAsync(Guid holder, int take, CancellationToken ct)
    {
        var rows = await this.work.ReadAsync(
            (db, token) => (from item in db.WorkItems.AsNoTracking()
                            join instance in db.Instances.AsNoTracking() on item.Instance equals instance.Id
                            where item.Person == holder && item.ActedBy != null && item.ClosedAt != null
                            orderby item.ClosedAt descending
                            select new { item, instance.Form, instance.Record }).Take(take).ToListAsync(token),
            ct);
        var texts = await this.summaries.LoadAsync(rows.Select(row => (row.Form, row.Record)), ct);
        var directory = await this.directories.GetAsync(ct);
        return
        [
            .. rows.Where(row => texts.ContainsKey(row.Record)).Select(row => new ProxyDecision(
                row.item.Id,
                row.item.ActedBy!.Value,
                directory.Person(row.item.ActedBy.Value)?.Name ?? string.Empty,
                texts[row.Record].Number ?? texts[row.Record].Title,
                texts[row.Record].Party ?? texts[row.Record].Title,
                row.item.State,
                row.item.ClosedAt!.Value)
            {
                Amount = texts[row.Record].Amount,
                Currency = texts[row.Record].Currency,
            }),
        ];
    }

    /// <summary>How many items each proxy has decided for a person in a time.</summary>
    public async Task<IReadOnlyList<(Guid Proxy, DateTimeOffset At, string Workflow)>> MomentsAsync(Guid holder, DateTimeOffset since, CancellationToken ct)
    {
        var rows = await this.work.ReadAsync(
            (db, token) => (from item in db.WorkItems.AsNoTracking()
                            join instance in db.Instances.AsNoTracking() on item.Instance equals instance.Id
                            where item.Person == holder && item.ActedBy != null && item.ClosedAt >= since
                            select new { item.ActedBy, item.ClosedAt, instance.Workflow }).ToListAsync(token),
            ct);
        return [.. rows.Select(row => (row.ActedBy!.Value, row.ClosedAt!.Value, row.Workflow))];
    }
}

/// <summary>One decision of a proxy.</summary>
/// <param name="Number">Number of the record, or its title.</param>
/// <param name="About">Whom it concerns.</param>
public sealed record ProxyDecision(Guid WorkItem, Guid Proxy, string ProxyName, string Number, string About, WorkItemState State, DateTimeOffset At)
{
    public decimal? Amount { get; init; }

    public string? Currency { get; init; }
}

using System.Text.Json;
using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows.Background;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Workflows;

/// <summary>What was to be done after a commit and was given up, or cut off, for administrators (S5). Thread-safe.</summary>
public sealed class OutboxStore
{
    private const int Most = 200;

    private readonly UnitOfWork work;
    private readonly DirectoryStore directories;
    private readonly CompiledWorkflows workflows;
    private readonly OutboxSignal signal;
    private readonly TimeProvider time;

    internal OutboxStore(UnitOfWork work, DirectoryStore directories, CompiledWorkflows workflows, OutboxSignal signal, TimeProvider time) =>
        (this.work, this.directories, this.workflows, this.signal, this.time) = (work, directories, workflows, signal, time);

    /// <summary>Entries that nobody tries any more, the newest first.</summary>
    /// <param name="instance">Only those of an instance; of all when null.</param>
    /// <exception cref="RefusalException">Forbidden: no administrator.</exception>
    public async Task<IReadOnlyList<OutboxEntry>> StoppedAsync(Actor actor, Guid? instance, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var rows = await this.work.ReadAsync(
            (db, token) => db.Outbox.AsNoTracking()
                .Where(row => row.DueAt == null && row.DoneAt == null && (instance == null || row.Instance == instance))
                .OrderByDescending(row => row.CreatedAt)
                .Take(Most)
                .ToListAsync(token),
            ct);
        var entries = new List<OutboxEntry>(rows.Count);
        foreach (var row in rows)
        {
            entries.Add(await this.EntryAsync(row, ct));
        }

        return entries;
    }

    /// <summary>Has an entry tried again, as if it were new.</summary>
    /// <exception cref="RefusalException">Forbidden; invalid state: it is done, or waits to be tried already.</exception>
    public async Task SendAgainAsync(Actor actor, Guid id, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var now = this.time.GetUtcNow();
        var changed = await this.work.RunAsync(
            (db, token) => db.Outbox.Where(row => row.Id == id && row.DueAt == null && row.DoneAt == null).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DueAt, now)
                    .SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(row => row.Attempts, 0)
                    .SetProperty(row => row.Error, (string?)null),
                token),
            ct);
        if (changed == 0)
        {
            throw new RefusalException(RefusalReason.InvalidState, "outbox.not-stopped", "Expected an entry that was given up, but found one that is done or tried already.");
        }

        await this.signal.RaiseAsync();
    }

    private async Task<OutboxEntry> EntryAsync(OutboxRow row, CancellationToken ct)
    {
        using var content = JsonDocument.Parse(row.Content);
        string? Text(string name) => content.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var entry = new OutboxEntry(row.Id, row.Kind, row.Instance, row.CreatedAt, row.Attempts, row.Error ?? string.Empty)
        {
            Workflow = Text("workflow"),
            Activity = Text("activity"),
            IsCutOff = row.Error == MailSender.CutOff,
        };
        return entry is { Workflow: { } key, Activity: { } activity } && content.RootElement.TryGetProperty("version", out var version)
            ? entry with { ActivityLabel = InstanceViews.LabelOf((await this.workflows.GetAsync(key, version.GetInt32(), ct)).Definition, activity) }
            : entry;
    }

    private async Task DemandAsync(Actor actor, CancellationToken ct)
    {
        var directory = await this.directories.GetAsync(ct);
        if (!(directory.Person(actor.Person) is { Active: true } person && directory.IsAdministrator(person)))
        {
            throw new RefusalException(RefusalReason.Forbidden, "instance.administrator", "Only an administrator can do this.");
        }
    }
}

/// <summary>Something that was given up.</summary>
/// <param name="Error">What went wrong last.</param>
public sealed record OutboxEntry(Guid Id, OutboxKind Kind, Guid? Instance, DateTimeOffset CreatedAt, int Attempts, string Error)
{
    public string? Workflow { get; init; }

    /// <summary>Id of the step that asked for it; null where no step did.</summary>
    public string? Activity { get; init; }

    /// <summary>English label of the step.</summary>
    public string? ActivityLabel { get; init; }

    /// <summary>The process died while it was sent: nobody knows whether it left.</summary>
    public bool IsCutOff { get; init; }
}

using System.Text.Json;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;

namespace Backoffice.Data.Definitions.Drafts;

/// <summary>
/// Workflows being designed, and the published versions they come from and become. Administrators only, whoever calls.
/// Thread-safe.
/// </summary>
public sealed class WorkflowDrafts(UnitOfWork work, PublishedDefinitions published, DirectoryStore directories, TimeProvider time)
{
    private const string Kind = "workflow";

    /// <summary>Every workflow that is published or drafted, by name.</summary>
    public async Task<IReadOnlyList<WorkflowSummary>> ListAsync(Actor actor, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var directory = await directories.GetAsync(ct);
        return await work.ReadAsync<IReadOnlyList<WorkflowSummary>>(
            async (db, token) =>
            {
                var drafts = await db.WorkflowDrafts.ToDictionaryAsync(draft => draft.Key, token);
                var running = await db.Instances
                    .Where(instance => instance.EndedAt == null)
                    .GroupBy(instance => instance.Workflow)
                    .Select(group => new { group.Key, Count = group.Count() })
                    .ToDictionaryAsync(group => group.Key, group => group.Count, token);
                var dates = await db.Definitions.Where(row => row.Kind == Kind).Select(row => new { row.Key, row.Version, row.PublishedAt }).ToListAsync(token);
                var inForce = published.Current.All<WorkflowDefinition>().ToDictionary(workflow => workflow.Key);
                return
                [
                    .. inForce.Keys.Union(drafts.Keys).Select(key =>
                    {
                        var draft = drafts.GetValueOrDefault(key);
                        var definition = inForce.GetValueOrDefault(key) ?? Read(draft!).Definition;
                        int? version = inForce.ContainsKey(key) ? published.VersionOf<WorkflowDefinition>(key) : null;
                        return new WorkflowSummary(
                            key,
                            definition.Label,
                            definition.Form,
                            version,
                            dates.Find(row => row.Key == key && row.Version == version)?.PublishedAt,
                            running.GetValueOrDefault(key),
                            draft?.ChangedAt,
                            draft is null ? null : directory.Person(draft.ChangedBy)?.Name);
                    }).OrderBy(summary => summary.Label, StringComparer.CurrentCulture),
                ];
            },
            ct);
    }

    /// <summary>The draft of a workflow, or what is in force as the draft that an edit would begin.</summary>
    /// <exception cref="RefusalException">Neither is there (not found). Forbidden.</exception>
    public async Task<WorkflowDraft> OpenAsync(Actor actor, string key, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        if (await work.ReadAsync((db, token) => db.WorkflowDrafts.FirstOrDefaultAsync(draft => draft.Key == key, token), ct) is { } row)
        {
            var directory = await directories.GetAsync(ct);
            return new WorkflowDraft(Read(row), row.BasedOn, row.Version, directory.Person(row.ChangedBy)?.Name ?? string.Empty, row.ChangedAt);
        }

        return published.Current.Find<WorkflowDefinition>(key) is { } definition
            ? new WorkflowDraft(WorkflowContent.Of(definition, published.Current.Labels), published.VersionOf<WorkflowDefinition>(key), 0, string.Empty, null)
            : throw RefusalException.NotFound($"The workflow \"{key}\"");
    }

    /// <summary>Keeps a draft.</summary>
    /// <param name="draft">As it was read or last saved.</param>
    /// <returns>The draft as it is kept now.</returns>
    /// <exception cref="RefusalException">Conflict: somebody else saved, published or deleted it meanwhile. Forbidden.</exception>
    public async Task<WorkflowDraft> SaveAsync(Actor actor, WorkflowDraft draft, WorkflowContent content, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var now = time.GetUtcNow();
        var key = content.Definition.Key;
        await work.RunAsync(
            async (db, token) =>
            {
                var row = await db.WorkflowDrafts.FirstOrDefaultAsync(candidate => candidate.Key == key, token);
                if ((row?.Version ?? 0) != draft.Version)
                {
                    throw Changed();
                }

                if (row is null)
                {
                    row = new WorkflowDraftRow { Key = key, Content = string.Empty, Labels = string.Empty, BasedOn = draft.BasedOn };
                    db.WorkflowDrafts.Add(row);
                }

                row.Content = DefinitionContent.Of(Kind, key, content.Definition).Json;
                row.Labels = JsonSerializer.Serialize(content.Labels);
                row.Version = draft.Version + 1;
                row.ChangedBy = actor.Person;
                row.ChangedAt = now;
            },
            ct);
        return draft with { Content = content, Version = draft.Version + 1, ChangedBy = (await directories.GetAsync(ct)).Person(actor.Person)?.Name ?? string.Empty, ChangedAt = now };
    }

    /// <summary>Begins a workflow that is not there yet.</summary>
    /// <exception cref="RefusalException">Invalid: the key is taken. Forbidden.</exception>
    public async Task CreateAsync(Actor actor, WorkflowContent content, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var key = content.Definition.Key;
        var taken = published.Current.Find<WorkflowDefinition>(key) is not null
            || await work.ReadAsync((db, token) => db.WorkflowDrafts.AnyAsync(draft => draft.Key == key, token), ct);
        if (taken)
        {
            throw RefusalException.Invalid([new Problem("key", "workflow.key-taken", $"There is already a workflow \"{key}\".") { Arguments = [key] }]);
        }

        await this.SaveAsync(actor, new WorkflowDraft(content, null, 0, string.Empty, null), content, ct);
    }

    /// <summary>Throws a draft away; what is published stays as it is. Doing it twice changes nothing.</summary>
    public async Task DeleteAsync(Actor actor, string key, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        await work.RunAsync((db, token) => db.WorkflowDrafts.Where(draft => draft.Key == key).ExecuteDeleteAsync(token), ct);
    }

    /// <summary>Puts a draft in force: instances that run stay on their version. The draft is gone afterwards.</summary>
    /// <exception cref="RefusalException">Conflict: the draft was changed meanwhile. Forbidden.</exception>
    public async Task<int> PublishAsync(Actor actor, WorkflowDraft draft, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var key = draft.Content.Definition.Key;
        await this.DemandUnchangedAsync(draft, ct);
        await published.PublishAsync(
            draft.Content.Into,
            actor.Person,
            (db, token) => db.WorkflowDrafts.Where(row => row.Key == key && row.Version == draft.Version).ExecuteDeleteAsync(token),
            ct);
        return published.VersionOf<WorkflowDefinition>(key);
    }

    /// <summary>The published versions of a workflow, the newest first.</summary>
    public async Task<IReadOnlyList<WorkflowVersion>> VersionsAsync(Actor actor, string key, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        var directory = await directories.GetAsync(ct);
        var inForce = published.Current.Find<WorkflowDefinition>(key) is null ? 0 : published.VersionOf<WorkflowDefinition>(key);
        return await work.ReadAsync<IReadOnlyList<WorkflowVersion>>(
            async (db, token) =>
            {
                var running = await db.Instances
                    .Where(instance => instance.Workflow == key && instance.EndedAt == null)
                    .GroupBy(instance => instance.WorkflowVersion)
                    .Select(group => new { group.Key, Count = group.Count() })
                    .ToDictionaryAsync(group => group.Key, group => group.Count, token);
                var rows = await db.Definitions
                    .Where(row => row.Kind == Kind && row.Key == key)
                    .OrderByDescending(row => row.Version)
                    .Select(row => new { row.Version, row.PublishedAt, row.PublishedBy })
                    .ToListAsync(token);
                return [.. rows.Select(row => new WorkflowVersion(row.Version, row.PublishedAt, row.PublishedBy is { } person ? directory.Person(person)?.Name : null, running.GetValueOrDefault(row.Version), row.Version == inForce))];
            },
            ct);
    }

    /// <summary>A published version, with the translations in force.</summary>
    /// <exception cref="RefusalException">There is no such version (not found). Forbidden.</exception>
    public async Task<WorkflowContent> VersionAsync(Actor actor, string key, int version, CancellationToken ct)
    {
        await this.DemandAsync(actor, ct);
        return WorkflowContent.Of(await published.GetAsync<WorkflowDefinition>(key, version, ct), published.Current.Labels);
    }

    /// <summary>Whether a person may design.</summary>
    public async Task<bool> MayDesignAsync(Actor actor, CancellationToken ct)
    {
        var directory = await directories.GetAsync(ct);
        return directory.Person(actor.Person) is { Active: true } person && directory.IsAdministrator(person);
    }

    private async Task DemandAsync(Actor actor, CancellationToken ct)
    {
        if (!await this.MayDesignAsync(actor, ct))
        {
            throw new RefusalException(RefusalReason.Forbidden, "design.forbidden", "Only administrators design workflows. An administrator can give you a role that is one.");
        }
    }

    private async Task DemandUnchangedAsync(WorkflowDraft draft, CancellationToken ct)
    {
        var key = draft.Content.Definition.Key;
        var version = await work.ReadAsync((db, token) => db.WorkflowDrafts.Where(row => row.Key == key).Select(row => (long?)row.Version).FirstOrDefaultAsync(token), ct);
        if ((version ?? 0) != draft.Version)
        {
            throw Changed();
        }
    }

    private static RefusalException Changed() =>
        new(RefusalReason.Conflict, "draft.changed", "Expected the draft as you last saw it, but somebody else has saved, published or deleted it meanwhile.");

    private static WorkflowContent Read(WorkflowDraftRow row) => new(
        (WorkflowDefinition)DefinitionContent.Read(row.Content, typeof(WorkflowDefinition)),
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(row.Labels)!
            .ToDictionary(language => language.Key, language => (IReadOnlyDictionary<string, string>)language.Value, StringComparer.Ordinal));
}

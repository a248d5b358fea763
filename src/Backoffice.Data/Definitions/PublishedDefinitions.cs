using System.Collections.Concurrent;
using Backoffice.Data.Definitions.Drafts;
using Backoffice.Data.Schema;
using Forms.BusinessTime;
using Forms.Definitions;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;

namespace Backoffice.Data.Definitions;

/// <summary>The definitions in force, and the way to put others in force. Thread-safe; one per node.</summary>
public sealed class PublishedDefinitions : IDisposable
{
    private readonly BackofficeDbFactory factory;
    private readonly TimeProvider time;
    private readonly StoredSet stored;
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly ConcurrentDictionary<(string Kind, string Key, int Version), IDefinition> versions = new();
    private volatile Publication current = Publication.None;

    public PublishedDefinitions(BackofficeDbFactory factory, TimeProvider time, IEnumerable<PublishedKind> kinds)
    {
        this.factory = factory;
        this.time = time;
        this.stored = new StoredSet(kinds);
    }

    /// <summary>What is in force; empty until <see cref="LoadAsync"/> has run.</summary>
    public DefinitionSet Current => this.current.Schema.Set;

    /// <summary>Grows with each publication.</summary>
    public int SchemaVersion => this.current.Schema.Version;

    /// <summary>The business calendars in force, ready to count with; deadlines and due dates go by them.</summary>
    public BusinessCalendars Calendars => this.current.Schema.Calendars;

    /// <summary>What is in force with its tables, as one whole.</summary>
    public PublishedSchema Schema => this.current.Schema;

    /// <summary>Reads what is in force from the database.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        await this.one.WaitAsync(ct);
        try
        {
            await this.ReadAsync(ct);
        }
        finally
        {
            this.one.Release();
        }
    }

    /// <summary>Whether a folder says the same as when it was last applied.</summary>
    public bool IsInForce(DefinitionSet folder) => this.current.Folder.Hash == DefinitionContent.Hash(this.stored.Contents(folder));

    /// <summary>
    /// Puts a folder in force, with those workflows that designers have published since and the folder says nothing new
    /// about: tables first, in one transaction with the definitions. No data is lost: a field that is no
    /// longer there leaves its column behind, and has its data again when it comes back.
    /// </summary>
    /// <param name="also">What belongs to the publication and is written with it or not at all.</param>
    /// <exception cref="RefusalException">
    /// Invalid: a field kept its id but changed what it holds. Conflict: another node published meanwhile.
    /// </exception>
    public Task PublishAsync(DefinitionSet folder, CancellationToken ct, Func<BackofficeDb, CancellationToken, Task>? also = null)
    {
        var said = AppliedFolder.Of(this.stored.Contents(folder));
        return this.ChangeAsync(
            before => WithTables(WithDesigned(before, folder, said), before),
            new Publishing(said, By: null, also),
            ct);
    }

    /// <summary>Puts what a designer made of the set in force there.</summary>
    /// <param name="change">Gets what is in force at that moment.</param>
    /// <param name="also">What is written with it or not at all.</param>
    /// <exception cref="RefusalException">As for a folder.</exception>
    internal Task PublishAsync(Func<DefinitionSet, DefinitionSet> change, Guid by, Func<BackofficeDb, CancellationToken, Task> also, CancellationToken ct) =>
        this.ChangeAsync(before => WithTables(change(before.Schema.Set), before), new Publishing(Folder: null, by, also), ct);

    /// <summary>Drops the tables and columns that earlier publications left behind, with their data, for good.</summary>
    public Task DropRetiredAsync(CancellationToken ct) =>
        this.ChangeAsync(before => (before.Schema.Set, RecordModelPlan.WithoutRetired(before.Schema.Records)), new Publishing(Folder: null, By: null, Also: null), ct);

    /// <summary>The published version of a definition that an instance started on.</summary>
    /// <exception cref="RefusalException">There is no such version (not found).</exception>
    public async ValueTask<T> GetAsync<T>(string key, int version, CancellationToken ct)
        where T : class, IDefinition
    {
        var kind = this.stored.NameOf(typeof(T));
        if (this.versions.TryGetValue((kind, key, version), out var known))
        {
            return (T)known;
        }

        await using var db = this.factory.Create(PublishedSchema.Empty);
        var row = await db.Definitions.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Kind == kind && candidate.Key == key && candidate.Version == version, ct)
            ?? throw RefusalException.NotFound($"Version {version} of the {kind} \"{key}\"");
        return (T)this.versions.GetOrAdd((kind, key, version), this.stored.ReadOne(new DefinitionContent(kind, key, row.Content)));
    }

    /// <summary>The version in force of a definition.</summary>
    /// <exception cref="RefusalException">There is none in force (not found).</exception>
    public int VersionOf<T>(string key)
        where T : class, IDefinition
    {
        var kind = this.stored.NameOf(typeof(T));
        return this.current.Contents.FirstOrDefault(content => content.Kind == kind && content.Key == key)?.Version
            ?? throw RefusalException.NotFound($"The {kind} \"{key}\"");
    }

    /// <inheritdoc/>
    public void Dispose() => this.one.Dispose();

    private static (DefinitionSet Set, RecordModel Records) WithTables(DefinitionSet set, Publication before) =>
        (set, RecordModelPlan.For(set, before.Schema.Records));

    private static DefinitionSet WithDesigned(Publication before, DefinitionSet folder, AppliedFolder said)
    {
        var designed = before.Contents
            .Where(content => content.Kind == "workflow" && before.Folder.Differs(new DefinitionContent(content.Kind, content.Key, content.Json)))
            .Where(content => said.SaysTheSame(content.Key, before.Folder))
            .Select(content => before.Schema.Set.Find<WorkflowDefinition>(content.Key)!);
        return designed.Aggregate(folder, (set, workflow) => WorkflowContent.Of(workflow, before.Schema.Set.Labels).Into(set));
    }

    private async Task ChangeAsync(Func<Publication, (DefinitionSet Set, RecordModel Records)> plan, Publishing publishing, CancellationToken ct)
    {
        await this.one.WaitAsync(ct);
        try
        {
            await this.ReadAsync(ct);
            var before = this.current;
            var (set, records) = plan(before);
            SchemaGate.Check(before.Schema.Records, records);
            var schema = new PublishedSchema(before.Schema.Version + 1, set, records);
            var next = before.Next(schema, this.stored.Contents(set), publishing.Folder);
            this.current = await SchemaChange.ApplyAsync(
                this.factory,
                before.Schema,
                schema,
                async (db, cancel) =>
                {
                    var written = await next.WriteAsync(db, publishing.By, this.time.GetUtcNow(), cancel);
                    await (publishing.Also?.Invoke(db, cancel) ?? Task.CompletedTask);
                    return written;
                },
                ct);
        }
        finally
        {
            this.one.Release();
        }
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        await using var db = this.factory.Create(PublishedSchema.Empty);
        var newest = await db.Publications.MaxAsync(publication => (int?)publication.Version, ct) ?? 0;
        if (newest != this.current.Schema.Version)
        {
            this.current = await Publication.ReadAsync(db, newest, this.stored, ct);
        }
    }

    /// <param name="Folder">What the folder says that is being applied; null when something else is published.</param>
    /// <param name="By">The designer who publishes; null for a folder.</param>
    /// <param name="Also">What is written with the publication or not at all.</param>
    private sealed record Publishing(AppliedFolder? Folder, Guid? By, Func<BackofficeDb, CancellationToken, Task>? Also);
}

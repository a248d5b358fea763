using System.Text.Json;
using Backoffice.Data.Schema;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Definitions;

/// <summary>A publication with the versions of its definitions. Immutable.</summary>
internal sealed record Publication(PublishedSchema Schema, string Hash, AppliedFolder Folder, IReadOnlyList<PublishedContent> Contents)
{
    internal static Publication None { get; } = new(PublishedSchema.Empty, string.Empty, AppliedFolder.None, []);

    internal static async Task<Publication> ReadAsync(BackofficeDb db, int version, StoredSet stored, CancellationToken ct)
    {
        var row = await db.Publications.AsNoTracking().SingleAsync(publication => publication.Version == version, ct);
        var references = JsonSerializer.Deserialize<List<ContentReference>>(row.Contents)!;

        // What is in force is always the newest of its kind and key: going back publishes the old text as a new version.
        var rows = await db.Definitions.AsNoTracking()
            .Where(definition => !db.Definitions.Any(later => later.Kind == definition.Kind && later.Key == definition.Key && later.Version > definition.Version))
            .ToDictionaryAsync(definition => (definition.Kind, definition.Key), ct);
        var contents = references
            .Select(reference => new PublishedContent(reference.Kind, reference.Key, reference.Version, rows[(reference.Kind, reference.Key)].Content))
            .ToList();
        List<DefinitionContent> said = [.. contents.Select(content => new DefinitionContent(content.Kind, content.Key, content.Json))];
        var set = stored.Read(said);
        return new Publication(new PublishedSchema(version, set, RecordModel.Parse(row.Tables)), row.Hash, row.Folder is null ? AppliedFolder.Of(said) : AppliedFolder.Read(row.Folder), contents);
    }

    /// <summary>The publication after this one: what did not change keeps its version.</summary>
    /// <param name="folder">The folder that is being applied; null when something else is published.</param>
    internal Publication Next(PublishedSchema schema, IReadOnlyList<DefinitionContent> contents, AppliedFolder? folder)
    {
        var known = this.Contents.ToDictionary(content => (content.Kind, content.Key));
        var next = contents.Select(content => known.TryGetValue((content.Kind, content.Key), out var same) && same.Json == content.Json
            ? same
            : new PublishedContent(content.Kind, content.Key, Version: 0, content.Json));
        return new Publication(schema, DefinitionContent.Hash(contents), folder ?? this.Folder, [.. next]);
    }

    /// <summary>Adds the rows of what is new, and gives it its version.</summary>
    internal async Task<Publication> WriteAsync(BackofficeDb db, Guid? by, DateTimeOffset now, CancellationToken ct)
    {
        var latest = await db.Definitions
            .GroupBy(definition => new { definition.Kind, definition.Key })
            .Select(group => new { group.Key.Kind, group.Key.Key, Version = group.Max(definition => definition.Version) })
            .ToDictionaryAsync(group => (group.Kind, group.Key), group => group.Version, ct);
        var numbered = this.Contents
            .Select(content => content.Version > 0 ? content : content with { Version = latest.GetValueOrDefault((content.Kind, content.Key)) + 1 })
            .ToList();
        foreach (var (content, before) in numbered.Zip(this.Contents))
        {
            if (before.Version == 0)
            {
                db.Definitions.Add(new DefinitionRow { Kind = content.Kind, Key = content.Key, Version = content.Version, Content = content.Json, PublishedAt = now, PublishedBy = by });
            }
        }

        db.Publications.Add(new PublicationRow
        {
            Version = this.Schema.Version,
            Hash = this.Hash,
            Folder = this.Folder.Write(),
            Contents = JsonSerializer.Serialize(numbered.Select(content => new ContentReference(content.Kind, content.Key, content.Version))),
            Tables = this.Schema.Records.Write(),
            PublishedAt = now,
        });
        await db.SaveChangesAsync(ct);
        return this with { Contents = numbered };
    }

    private sealed record ContentReference(string Kind, string Key, int Version);
}

/// <summary>A definition in force. Version 0 has none yet.</summary>
internal sealed record PublishedContent(string Kind, string Key, int Version, string Json);

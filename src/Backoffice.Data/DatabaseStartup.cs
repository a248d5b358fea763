using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Schema;
using Forms.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data;

/// <summary>Brings the database up to date when a node starts. Running it again changes nothing and is quick.</summary>
public sealed class DatabaseStartup(BackofficeDbFactory factory, PublishedDefinitions published, DirectoryStore directory)
{
    /// <summary>
    /// Migrates the static tables, loads what is in force, and publishes the folder when it says something else: then
    /// its directory is synchronised, too.
    /// </summary>
    /// <param name="folder">What the loader read; null leaves in force what is.</param>
    public async Task RunAsync(DefinitionSet? folder, CancellationToken ct)
    {
        await this.MigrateAsync(ct);
        await published.LoadAsync(ct);
        if (folder is not null && !published.IsInForce(folder))
        {
            await published.PublishAsync(folder, ct);
            await directory.SynchroniseAsync(folder.Directory, ct);
        }
    }

    /// <summary>Migrates the static tables only.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var db = factory.Create(PublishedSchema.Empty);
        var applied = await db.Database.CanConnectAsync(ct) ? (await db.Database.GetAppliedMigrationsAsync(ct)).ToHashSet() : [];
        if (!db.Database.GetMigrations().All(applied.Contains))
        {
            await db.Database.MigrateAsync(ct);
        }
    }
}

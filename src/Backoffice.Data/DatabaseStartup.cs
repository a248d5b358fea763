using Backoffice.Data.Definitions;
using Backoffice.Data.Demo;
using Backoffice.Data.Directory;
using Backoffice.Data.Schema;
using Forms.Definitions;
using Forms.Definitions.Demo;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data;

/// <summary>Brings the database up to date when a node starts. Running it again changes nothing and is quick.</summary>
public sealed class DatabaseStartup(BackofficeDbFactory factory, PublishedDefinitions published, DirectoryStore directory)
{
    /// <summary>
    /// Migrates the static tables, loads what is in force, and publishes the folder when it says something else: then
    /// its directory is synchronised, too, in the same transaction.
    /// </summary>
    /// <param name="folder">What the loader read; null leaves in force what is.</param>
    /// <param name="withDemo">Whether a first publication plans to have its demos played.</param>
    public async Task RunAsync(DefinitionSet? folder, CancellationToken ct, bool withDemo = false)
    {
        await this.MigrateAsync(ct);
        await published.LoadAsync(ct);
        if (folder is not null && !published.IsInForce(folder))
        {
            var planDemo = withDemo && published.SchemaVersion == 0 && folder.All<DemoDefinition>().Any();
            await published.PublishAsync(folder, ct, (db, cancel) => this.WithPublicationAsync(db, folder, planDemo, cancel));
        }
    }

    /// <summary>Whether the demo was planned and is not played to its end.</summary>
    public async Task<bool> HasDemoToPlayAsync(CancellationToken ct)
    {
        await using var db = factory.Create(published.Schema);
        return await db.Versions.AnyAsync(row => row.Name == VersionRow.Demo, ct);
    }

    /// <summary>Migrates the static tables only.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var db = factory.Create(PublishedSchema.Empty);
        var applied = await db.Database.CanConnectAsync(ct) ? (await db.Database.GetAppliedMigrationsAsync(ct)).ToHashSet() : [];
        if (!db.Database.GetMigrations().All(applied.Contains))
        {
            await using var turn = await MigrationTurn.EnterAsync(db, ct);
            await db.Database.MigrateAsync(ct);
        }
    }

    private async Task WithPublicationAsync(BackofficeDb db, DefinitionSet folder, bool planDemo, CancellationToken ct)
    {
        if (planDemo)
        {
            DemoProgress.Plan(db);
        }

        await directory.SynchroniseAsync(db, folder.Directory, ct);
        await db.SaveChangesAsync(ct);
    }
}

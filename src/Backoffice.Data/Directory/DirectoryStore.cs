using Backoffice.Data.Definitions;
using Backoffice.Data.Schema;
using Forms.Definitions;
using Forms.Directory;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Directory;

/// <summary>
/// The company directory, kept in memory and read again when its version row has grown: at once on the node that
/// changed it, within <see cref="Staleness"/> on others. Thread-safe.
/// </summary>
public sealed class DirectoryStore(UnitOfWork unitOfWork, PublishedDefinitions published, TimeProvider time)
{
    private volatile Snapshot? snapshot;

    /// <summary>How long another node may go on with what it knows.</summary>
    public static TimeSpan Staleness { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The directory as it stands.</summary>
    public async ValueTask<CompanyDirectory> GetAsync(CancellationToken ct)
    {
        var known = this.snapshot;
        if (known is not null && known.Schema == published.SchemaVersion && time.GetElapsedTime(known.CheckedAt) < Staleness)
        {
            return known.Directory;
        }

        var checkedAt = time.GetTimestamp();
        var read = await unitOfWork.ReadAsync((db, cancel) => this.ReadAsync(db, known, checkedAt, cancel), ct);
        this.snapshot = read;
        return read.Directory;
    }

    /// <summary>Inserts or updates units, positions and people by key, with the publication that they come from. Nobody is deleted.</summary>
    /// <exception cref="Forms.Problems.RefusalException">Invalid: a key that is named is not there.</exception>
    public Task SynchroniseAsync(BackofficeDb db, DirectoryDefinition directory, CancellationToken ct) => this.ChangeAsync(
        db,
        async (changes, cancel) =>
        {
            await changes.UpsertUnitsAsync(directory.Units, directory.Positions, cancel);
            await changes.UpsertPeopleAsync(directory.People, cancel);
        },
        ct);

    /// <summary>Inserts or updates people by key, as an import brings them.</summary>
    /// <exception cref="Forms.Problems.RefusalException">Invalid: a unit or manager that is named is not there.</exception>
    public Task UpsertPeopleAsync(IReadOnlyList<PersonDefinition> people, CancellationToken ct) =>
        this.ChangeAsync((changes, cancel) => changes.UpsertPeopleAsync(people, cancel), ct);

    /// <summary>Upserts people as a part of another unit of work.</summary>
    public Task UpsertPeopleAsync(BackofficeDb db, IReadOnlyList<PersonDefinition> people, CancellationToken ct) =>
        this.ChangeAsync(db, (changes, cancel) => changes.UpsertPeopleAsync(people, cancel), ct);

    private Task ChangeAsync(Func<DirectoryChanges, CancellationToken, Task> change, CancellationToken ct) =>
        unitOfWork.RunAsync((db, cancel) => this.ChangeAsync(db, change, cancel), ct);

    private async Task ChangeAsync(BackofficeDb db, Func<DirectoryChanges, CancellationToken, Task> change, CancellationToken ct)
    {
        var changes = new DirectoryChanges(db);
        await change(changes, ct);
        if (!changes.Any)
        {
            return;
        }

        var version = await db.Versions.FindAsync([VersionRow.Directory], ct);
        if (version is null)
        {
            version = new VersionRow { Name = VersionRow.Directory };
            db.Versions.Add(version);
        }

        version.Value++;
        await db.SaveChangesAsync(ct);
        db.AfterCommit(() =>
        {
            this.snapshot = null;
            return Task.CompletedTask;
        });
    }

    private async Task<Snapshot> ReadAsync(BackofficeDb db, Snapshot? known, long checkedAt, CancellationToken ct)
    {
        var schema = published.SchemaVersion;
        var version = await db.Versions.Where(row => row.Name == VersionRow.Directory).Select(row => row.Value).SingleOrDefaultAsync(ct);
        if (known is not null && known.Version == version && known.Schema == schema)
        {
            return known with { CheckedAt = checkedAt };
        }

        var units = await db.Units.ToListAsync(ct);
        var positions = await db.Positions.ToListAsync(ct);
        var people = await db.People.ToListAsync(ct);
        var directory = new CompanyDirectory(
            people.Select(row => new Person(row.Id, row.Key, row.Name, row.Mail, row.Title, row.Unit, row.Manager, row.Positions, row.Roles, row.Language, row.Active)),
            units.Select(row => new OrgUnit(row.Id, row.Key, row.Label, row.Kind, row.Parent, row.HeadPosition)),
            positions.Select(row => new Position(row.Key, row.Label, row.Unit)),
            published.Current.Directory.Roles.Where(role => role.Administrator).Select(role => role.Key).ToHashSet());
        return new Snapshot(directory, version, schema, checkedAt);
    }

    private sealed record Snapshot(CompanyDirectory Directory, long Version, int Schema, long CheckedAt);
}

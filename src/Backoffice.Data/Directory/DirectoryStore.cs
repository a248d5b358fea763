using Forms.Definitions;
using Forms.Directory;

namespace Backoffice.Data.Directory;

/// <summary>The company directory, kept in memory and read again when its version row has grown. Thread-safe.</summary>
public sealed class DirectoryStore
{
    /// <summary>The directory as it stands.</summary>
    public ValueTask<CompanyDirectory> GetAsync(CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Inserts or updates units, positions and people by key. Nobody is deleted.</summary>
    public Task SynchroniseAsync(DirectoryDefinition directory, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Inserts or updates people by key, as an import brings them.</summary>
    public Task UpsertPeopleAsync(IReadOnlyList<PersonDefinition> people, CancellationToken ct) => throw new NotSupportedException();
}

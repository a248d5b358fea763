using Forms.Definitions;

namespace Backoffice.Data.Definitions;

/// <summary>The definitions in force, and the way to put others in force. Thread-safe; one per node.</summary>
public sealed class PublishedDefinitions
{
    /// <summary>What is in force; empty until <see cref="LoadAsync"/> has run.</summary>
    public DefinitionSet Current => throw new NotSupportedException();

    /// <summary>Grows with each publication.</summary>
    public int SchemaVersion => throw new NotSupportedException();

    /// <summary>Puts a set in force: tables first, in one transaction.</summary>
    public Task PublishAsync(DefinitionSet set, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Reads what is in force from the database.</summary>
    public Task LoadAsync(CancellationToken ct) => throw new NotSupportedException();

    /// <summary>The published version of a definition that an instance started on.</summary>
    public ValueTask<T> GetAsync<T>(string key, int version, CancellationToken ct)
        where T : class, IDefinition => throw new NotSupportedException();

    /// <summary>The version in force of a definition.</summary>
    public int VersionOf<T>(string key)
        where T : class, IDefinition => throw new NotSupportedException();
}

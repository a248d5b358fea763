using Backoffice.Data;

namespace Data.Tests.Workflows.Shell;

/// <summary>
/// Where tests of the workflow shell run: each test has a copy of a database that was prepared once, with the company of
/// <see cref="ShellCompany"/> published.
/// </summary>
public abstract class ShellDatabase
{
    /// <summary>Why the database cannot be had here; null when it can.</summary>
    protected abstract string? Missing { get; }

    internal Task<ShellWorld> OpenAsync(params Forms.Definitions.IDefinition[] more) => this.OpenAsync(new ShellSettings(), more);

    internal async Task<ShellWorld> OpenAsync(ShellSettings settings, params Forms.Definitions.IDefinition[] more)
    {
        Assert.SkipWhen(this.Missing is not null, this.Missing ?? string.Empty);
        var copy = await this.CopyAsync();
        var world = new ShellWorld(copy, settings, ShellCompany.Set(more)) { Dropped = () => this.DropAsync(copy) };
        await world.PublishAsync();
        return world;
    }

    protected abstract Task<DatabaseOptions> CopyAsync();

    protected abstract Task DropAsync(DatabaseOptions copy);

    /// <summary>Migrates and publishes what all tests share.</summary>
    private protected static async Task PrepareAsync(DatabaseOptions options)
    {
        await using var world = new ShellWorld(options, new ShellSettings(), ShellCompany.Set());
        await world.PublishAsync();
    }
}

using Backoffice.Data;

namespace Data.Tests.Databases;

/// <summary>A database of its own for a test class, with the sample definitions published; dropped at the end.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private TestHost? host;

    /// <summary>Says in the test's result why it is skipped, when the database is not configured.</summary>
    public TestHost Host
    {
        get
        {
            Assert.SkipWhen(this.Missing is not null, this.Missing ?? string.Empty);
            return this.host!;
        }
    }

    /// <summary>Why the database cannot be had here; null when it can.</summary>
    protected virtual string? Missing => null;

    public async ValueTask InitializeAsync()
    {
        if (this.Missing is null)
        {
            this.host = new TestHost(await this.CreateAsync());
            await this.host.StartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (this.host is not null)
        {
            await this.host.DisposeAsync();
            await this.DropAsync();
        }
    }

    protected abstract Task<DatabaseOptions> CreateAsync();

    protected abstract Task DropAsync();
}

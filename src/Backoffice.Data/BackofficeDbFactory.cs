using Backoffice.Data.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Data;

/// <summary>Makes contexts for the configured database. Thread-safe; one per process.</summary>
public sealed class BackofficeDbFactory
{
    /// <summary>Identity reads here which of its tables there are: the third version has passkeys.</summary>
    private static readonly ServiceProvider IdentityServices = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    private readonly Func<PublishedSchema, BackofficeDb> create;
    private readonly IInterceptor[] interceptors;

    /// <param name="interceptors">What watches or disturbs statements; none in production.</param>
    public BackofficeDbFactory(DatabaseOptions options, IEnumerable<IInterceptor> interceptors)
        : this(options, interceptors, new WriteQueue())
    {
    }

    private BackofficeDbFactory(DatabaseOptions options, IEnumerable<IInterceptor> interceptors, WriteQueue writes)
    {
        this.Writes = writes;
        this.Options = options;
        this.interceptors = [.. interceptors];
        switch (options.Kind)
        {
            case DatabaseKind.Sqlite:
                var sqlite = this.Configure<SqliteBackofficeDb>(builder => builder.UseSqlite(SqliteConnectionString(options)));
                this.create = schema => new SqliteBackofficeDb(sqlite, schema);
                break;
            case DatabaseKind.PostgreSql:
                var postgres = this.Configure<PostgresBackofficeDb>(builder => builder.UseNpgsql(options.ConnectionString));
                this.create = schema => new PostgresBackofficeDb(postgres, schema);
                break;
            default:
                var sqlServer = this.Configure<SqlServerBackofficeDb>(builder => builder.UseSqlServer(options.ConnectionString));
                this.create = schema => new SqlServerBackofficeDb(sqlServer, schema);
                break;
        }
    }

    public DatabaseOptions Options { get; }

    /// <summary>The one line of writers that SQLite has; not used by the others.</summary>
    internal WriteQueue Writes { get; }

    /// <summary>A context for the tables of a publication. The caller disposes it.</summary>
    public BackofficeDb Create(PublishedSchema schema) => this.create(schema);

    /// <summary>For the same database and in the same line of writers, but watched by one more.</summary>
    internal BackofficeDbFactory With(IInterceptor interceptor) => new(this.Options, [.. this.interceptors, interceptor], this.Writes);

    private DbContextOptions<T> Configure<T>(Action<DbContextOptionsBuilder> use)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        use(builder);
        builder.AddInterceptors(this.interceptors);
        builder.UseApplicationServiceProvider(IdentityServices);
        builder.ReplaceService<IModelCacheKeyFactory, SchemaModelCacheKeyFactory>();
        return builder.Options;
    }

    /// <summary>Foreign keys are off in SQLite unless asked for; a writer waits for another process rather than fail.</summary>
    private static string SqliteConnectionString(DatabaseOptions options) =>
        new SqliteConnectionStringBuilder(options.ConnectionString) { ForeignKeys = true, DefaultTimeout = 30 }.ToString();
}

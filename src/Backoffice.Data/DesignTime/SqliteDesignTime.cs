using Backoffice.Data.Schema;
using Microsoft.EntityFrameworkCore.Design;

namespace Backoffice.Data.DesignTime;

/// <summary>For <c>dotnet ef migrations add … --context SqliteBackofficeDb</c>; never connects.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteBackofficeDb>
{
    public SqliteBackofficeDb CreateDbContext(string[] args) =>
        (SqliteBackofficeDb)new BackofficeDbFactory(new DatabaseOptions(DatabaseKind.Sqlite, ConnectionString), []).Create(PublishedSchema.Empty);

    private const string ConnectionString = "Data Source=design-time.db";
}

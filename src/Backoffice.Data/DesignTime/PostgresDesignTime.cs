using Backoffice.Data.Schema;
using Microsoft.EntityFrameworkCore.Design;

namespace Backoffice.Data.DesignTime;

/// <summary>For <c>dotnet ef migrations add … --context PostgresBackofficeDb</c>; never connects.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresBackofficeDb>
{
    public PostgresBackofficeDb CreateDbContext(string[] args) =>
        (PostgresBackofficeDb)new BackofficeDbFactory(new DatabaseOptions(DatabaseKind.PostgreSql, ConnectionString), []).Create(PublishedSchema.Empty);

    private const string ConnectionString = "Host=design-time";
}

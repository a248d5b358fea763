using Backoffice.Data.Schema;
using Microsoft.EntityFrameworkCore.Design;

namespace Backoffice.Data.DesignTime;

/// <summary>For <c>dotnet ef migrations add … --context SqlServerBackofficeDb</c>; never connects.</summary>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerBackofficeDb>
{
    public SqlServerBackofficeDb CreateDbContext(string[] args) =>
        (SqlServerBackofficeDb)new BackofficeDbFactory(new DatabaseOptions(DatabaseKind.SqlServer, ConnectionString), []).Create(PublishedSchema.Empty);

    private const string ConnectionString = "Server=design-time";
}

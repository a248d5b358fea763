using Backoffice.Data.Schema;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data;

/// <summary>The product's tables on SQL Server.</summary>
public sealed class SqlServerBackofficeDb(DbContextOptions<SqlServerBackofficeDb> options, PublishedSchema schema) : BackofficeDb(options, schema)
{
    /// <inheritdoc/>
    public override DatabaseKind Kind => DatabaseKind.SqlServer;
}

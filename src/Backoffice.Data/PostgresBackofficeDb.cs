using Backoffice.Data.Schema;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data;

/// <summary>The product's tables on PostgreSQL.</summary>
public sealed class PostgresBackofficeDb(DbContextOptions<PostgresBackofficeDb> options, PublishedSchema schema) : BackofficeDb(options, schema)
{
    /// <inheritdoc/>
    public override DatabaseKind Kind => DatabaseKind.PostgreSql;
}

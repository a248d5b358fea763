using Backoffice.Data.Schema;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data;

/// <summary>The product's tables on SQLite.</summary>
public sealed class SqliteBackofficeDb(DbContextOptions<SqliteBackofficeDb> options, PublishedSchema schema) : BackofficeDb(options, schema)
{
    /// <inheritdoc/>
    public override DatabaseKind Kind => DatabaseKind.Sqlite;
}

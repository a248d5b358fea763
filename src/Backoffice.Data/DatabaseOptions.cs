namespace Backoffice.Data;

/// <summary>The databases that the product runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Which database holds everything.</summary>
/// <param name="Kind">The product.</param>
/// <param name="ConnectionString">As its .NET driver reads it. For SQLite foreign keys and pooling are set by us.</param>
public sealed record DatabaseOptions(DatabaseKind Kind, string ConnectionString);

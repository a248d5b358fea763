using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Backoffice.Data;

/// <summary>Which failures mean that somebody else was faster, so that the same work may well succeed now.</summary>
internal static class LostRace
{
    internal static bool Is(Exception failure, bool conflictsToo) => failure switch
    {
        DbUpdateConcurrencyException => conflictsToo,
        DbUpdateException { InnerException: { } inner } => Is(inner, conflictsToo),
        PostgresException postgres => postgres.SqlState
            is PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.UniqueViolation,

        // Deadlock victim, snapshot conflict, and the two of a double key.
        SqlException sqlServer => sqlServer.Number is 1205 or 3960 or 2627 or 2601,

        // Only another process can hold the lock or insert the same key here.
        SqliteException { SqliteErrorCode: 5 } or SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } => true,
        InvalidOperationException { InnerException: { } inner } => Is(inner, conflictsToo),
        _ => false,
    };
}

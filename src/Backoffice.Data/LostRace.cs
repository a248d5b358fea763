using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Backoffice.Data;

/// <summary>Which failures mean that somebody else was faster, so that the same work may well succeed now.</summary>
internal static class LostRace
{
    /// <param name="conflictsToo">Also those that the same work would meet again, having been made from what was read before.</param>
    internal static bool Is(Exception failure, bool conflictsToo) => failure switch
    {
        DbUpdateConcurrencyException => conflictsToo,
        DbUpdateException { InnerException: { } inner } => Is(inner, conflictsToo),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => conflictsToo,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,

        // Deadlock victim, snapshot conflict, and the two of a double key.
        SqlException { Number: 2627 or 2601 } => conflictsToo,
        SqlException sqlServer => sqlServer.Number is 1205 or 3960,

        // Only another process can hold the lock or insert the same key here.
        SqliteException { SqliteErrorCode: 5 } => true,
        SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } => conflictsToo,
        InvalidOperationException { InnerException: { } inner } => Is(inner, conflictsToo),
        _ => false,
    };
}

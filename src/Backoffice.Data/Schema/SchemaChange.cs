using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Backoffice.Data.Schema;

/// <summary>
/// Changes the record tables from one publication to the next with EF's own differ and SQL generator, in one
/// transaction with what else belongs to the publication.
/// </summary>
internal static class SchemaChange
{
    internal static async Task<T> ApplyAsync<T>(
        BackofficeDbFactory factory,
        PublishedSchema before,
        PublishedSchema after,
        Func<BackofficeDb, CancellationToken, Task<T>> also,
        CancellationToken ct)
    {
        await using var db = factory.Create(after);
        var commands = before.Records.Fingerprint == after.Records.Fingerprint ? [] : Commands(factory, before, db);
        using var turn = db.Kind == DatabaseKind.Sqlite ? await factory.Writes.EnterAsync(ct) : null;
        await db.Database.OpenConnectionAsync(ct);
        var keysOff = db.Kind == DatabaseKind.Sqlite && commands.Count > 0;
        if (keysOff)
        {
            // SQLite alters a table by building it anew. With foreign keys on, dropping the old one would delete the rows
            // of its sub-tables, and the generated PRAGMA does nothing inside a transaction: so before it.
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", ct);
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await ScaleChange.ApplyAsync(db, before.Records, ct);
            await ExecuteAsync(db, commands, ct);
            var result = await SaveAsync(db, also, ct);
            if (keysOff)
            {
                await CheckForeignKeysAsync(db, ct);
            }

            await transaction.CommitAsync(ct);
            foreach (var callback in db.AfterCommitCallbacks)
            {
                await callback();
            }

            return result;
        }
        finally
        {
            if (keysOff)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON", CancellationToken.None);
            }
        }
    }

    /// <summary>The SQL that changes the tables.</summary>
    internal static IReadOnlyList<MigrationCommand> Commands(BackofficeDbFactory factory, PublishedSchema before, BackofficeDb after)
    {
        using var old = factory.Create(before);
        var source = ModelOf(old);
        var target = ModelOf(after);
        var operations = after.GetService<IMigrationsModelDiffer>().GetDifferences(source.GetRelationalModel(), target.GetRelationalModel());
        return after.GetService<IMigrationsSqlGenerator>().Generate(operations, target);
    }

    private static IModel ModelOf(BackofficeDb db) => db.GetService<IDesignTimeModel>().Model;

    private static async Task ExecuteAsync(BackofficeDb db, IReadOnlyList<MigrationCommand> commands, CancellationToken ct)
    {
        var connection = db.GetService<IRelationalConnection>();
        foreach (var command in commands)
        {
            // On SQLite only the foreign key pragmas ask for no transaction, and they are taken care of above.
            if (!(db.Kind == DatabaseKind.Sqlite && command.TransactionSuppressed))
            {
                await command.ExecuteNonQueryAsync(connection, cancellationToken: ct);
            }
        }
    }

    private static async Task<T> SaveAsync<T>(BackofficeDb db, Func<BackofficeDb, CancellationToken, Task<T>> also, CancellationToken ct)
    {
        try
        {
            return await also(db, ct);
        }
        catch (DbUpdateException failure) when (LostRace.Is(failure, conflictsToo: true))
        {
            throw new RefusalException(RefusalReason.Conflict, "definitions.published-meanwhile", "Somebody else published meanwhile. Look at what they published, then publish again.");
        }
    }

    private static async Task CheckForeignKeysAsync(BackofficeDb db, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = "PRAGMA foreign_key_check";
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (await reader.ReadAsync(ct))
        {
            throw new InvalidOperationException($"Changing the tables would have broken a foreign key of {reader.GetString(0)}; nothing was changed.");
        }
    }
}

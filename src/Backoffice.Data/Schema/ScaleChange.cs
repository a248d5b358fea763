using System.Globalization;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Backoffice.Data.Schema;

/// <summary>
/// A number field that gets more or fewer digits after the point. On SQLite the whole numbers are multiplied or
/// divided; elsewhere the column's type changes. Fewer digits are refused while a record needs them.
/// </summary>
internal static class ScaleChange
{
    internal static async Task ApplyAsync(BackofficeDb db, RecordModel before, CancellationToken ct)
    {
        foreach (var table in db.Published.Records.Tables)
        {
            foreach (var column in table.Columns.Where(column => column.Kind == ColumnKind.Number))
            {
                if (before.Find(table.Name)?.Column(column.Name) is { } old && old.Scale != column.Scale)
                {
                    await ApplyAsync(db, table, old, column, ct);
                }
            }
        }
    }

    private static async Task ApplyAsync(BackofficeDb db, RecordTable table, RecordColumn before, RecordColumn after, CancellationToken ct)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var (rows, value) = (sql.DelimitIdentifier(table.Name), sql.DelimitIdentifier(after.Name));
        var whole = db.Kind == DatabaseKind.Sqlite;
        var factor = ColumnValue.Scaled(1, Math.Abs(after.Scale - before.Scale)).ToString(CultureInfo.InvariantCulture);
        if (after.Scale < before.Scale)
        {
            var needed = whole ? $"{value} % {factor} <> 0" : string.Create(CultureInfo.InvariantCulture, $"{value} <> ROUND({value}, {after.Scale})");
            await RefuseIfAnyAsync(db, $"SELECT COUNT(*) FROM {rows} WHERE {needed}", table, after, "need more digits after the point", ct);
        }
        else
        {
            var limit = ColumnValue.Scaled(1, whole ? 18 - (after.Scale - before.Scale) : 18 - after.Scale).ToString(CultureInfo.InvariantCulture);
            await RefuseIfAnyAsync(db, $"SELECT COUNT(*) FROM {rows} WHERE {value} >= {limit} OR {value} <= -{limit}", table, after, "are too large for more digits after the point", ct);
        }

        if (whole)
        {
            var sign = after.Scale > before.Scale ? "*" : "/";
#pragma warning disable EF1002 // Names come from the model, quoted; the factor is a power of ten.
            await db.Database.ExecuteSqlRawAsync($"UPDATE {rows} SET {value} = {value} {sign} {factor} WHERE {value} IS NOT NULL", ct);
#pragma warning restore EF1002
        }
    }

    private static async Task RefuseIfAnyAsync(BackofficeDb db, string count, RecordTable table, RecordColumn column, string why, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // As above.
        command.CommandText = count;
#pragma warning restore CA2100
        var found = Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        if (found > 0)
        {
            throw RefusalException.Invalid(
            [
                new Problem(
                    $"forms/{table.Form}",
                    "definition.scale-changed",
                    string.Create(CultureInfo.InvariantCulture, $"The field with the id \"{column.Name[2..]}\" cannot have {column.Scale} digits after the point: {found} records {why}.")),
            ]);
        }
    }
}

using Backoffice.Data.Records;
using Data.Tests.Databases;
using Forms.Conditions;
using Microsoft.EntityFrameworkCore;

namespace Data.Tests.Records;

/// <summary>What SQLite does with the queries of the lists.</summary>
public sealed class QueryPlanTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Values_are_parameters_and_a_sorted_page_is_read_from_an_index()
    {
        var host = database.Host;
        var admin = await host.ActorAsync("admin");
        var directory = await host.Directory.GetAsync(CancellationToken.None);
        await host.Work.ReadAsync(
            async (db, ct) =>
            {
                var layout = db.Published.Layout("contract");
                var access = new RecordAccess(admin, directory, db.Published, layout);
                var filter = new Condition { Field = "months", Operator = ComparisonOperator.Above, Value = SampleDefinitions.Json(4711) };
                var context = new ConditionContext(new DateOnly(2026, 1, 1), admin.Person);
                var found = RecordSelection.Of(db, layout, access, new RecordQuery("contract") { Filter = filter, Search = "searched" }, context);

                var sql = found.ToQueryString();

                Assert.DoesNotContain("> 4711", sql, StringComparison.Ordinal);
                Assert.DoesNotContain("LIKE '", sql, StringComparison.Ordinal);
                var sorted = RecordSorting.Sort(db, RecordSelection.Of(db, layout, access, new RecordQuery("contract"), context), layout, [new RecordSort("months", Descending: true)]);
                Assert.Equal(["SCAN r USING INDEX IX_r_contract_f_months_Id"], await PlanAsync(db, sorted.ToQueryString(), ct));
                return true;
            },
            CancellationToken.None);
    }

    private static async Task<IReadOnlyList<string>> PlanAsync(Backoffice.Data.BackofficeDb db, string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var plan = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }
}

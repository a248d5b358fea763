using Backoffice.Data.Records;
using Data.Tests.Databases;
using Forms.Conditions;
using Forms.Problems;
using Forms.Records;

namespace Data.Tests.Records;

public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task Numbers_have_no_gaps_though_many_save_at_once_and_some_fail()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(() => this.TrySaveAsync(gao, fails: index % 4 == 3))));

        var numbers = outcomes.OfType<Record>().Select(record => (string)record["number"]!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(15, numbers.Distinct(StringComparer.Ordinal).Count());
        Assert.All(numbers, number => Assert.Matches("^CT-2026-[0-9]{4}$", number));
        var values = numbers.Select(number => int.Parse(number[8..], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(values[0], 15), values);
    }

    [Fact]
    public async Task Two_thousand_records_with_rows_are_saved_in_one_transaction()
    {
        var admin = await this.Host.ActorAsync("admin", ChangeSource.Import);
        var mark = "many " + Guid.NewGuid();
        var template = With(await this.ContractAsync(admin, "Imported"), "notes", mark);
        var records = Enumerable.Range(0, 2000).Select(index => new Record
        {
            Form = "contract",
            Id = Guid.CreateVersion7(),
            Values = new Dictionary<string, object?>(template.Values)
            {
                ["lines"] = new List<RecordRow>
                {
                    new() { Id = Guid.CreateVersion7(), Values = { ["product"] = "A", ["quantity"] = 1m + index, ["price"] = 2m } },
                    new() { Id = Guid.CreateVersion7(), Values = { ["product"] = "B", ["quantity"] = 1m, ["price"] = 0.5m } },
                },
            },
        }).ToList();

        var saved = await this.Store.SaveManyAsync(admin, records, Ct);

        Assert.Equal(2000, saved.Select(record => record["number"]).Distinct().Count());
        var sums = await this.Store.SumsAsync(admin, new RecordQuery("contract") { Filter = Compare("notes", ComparisonOperator.Is, mark) }, ["total"], Ct);
        Assert.Equal(records.Select((_, index) => ((1m + index) * 2m) + 0.5m).Sum(), sums["total"]);
    }

    [Fact]
    public async Task Many_are_saved_all_or_none_and_problems_name_the_record()
    {
        var admin = await this.Host.ActorAsync("admin");
        var (good, bad) = (await this.ContractAsync(admin, "Good"), await this.ContractAsync(admin, "Bad", (0, 1)));

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Store.SaveManyAsync(admin, [good, bad], Ct));

        Assert.Equal(["records[1].lines[0].quantity"], refusal.Problems.Select(problem => problem.Path));
        await Assert.ThrowsAsync<RefusalException>(() => this.Store.GetAsync(admin, "contract", good.Id, Ct));
    }

    [Fact]
    public async Task What_follows_a_commit_runs_only_after_it()
    {
        var ran = new List<string>();
        await this.Host.Work.RunAsync(
            (db, _) =>
            {
                db.AfterCommit(() =>
                {
                    ran.Add("committed");
                    return Task.CompletedTask;
                });
                Assert.Empty(ran);
                return Task.CompletedTask;
            },
            Ct);
        await Assert.ThrowsAsync<InvalidDataException>(() => this.Host.Work.RunAsync(
            (db, _) =>
            {
                db.AfterCommit(() =>
                {
                    ran.Add("rolled back");
                    return Task.CompletedTask;
                });
                throw new InvalidDataException();
            },
            Ct));

        Assert.Equal(["committed"], ran);
    }

    private async Task<Record?> TrySaveAsync(Actor actor, bool fails)
    {
        var record = await this.ContractAsync(actor, "Numbered", (1, 1));
        if (!fails)
        {
            return await this.Store.SaveAsync(actor, record, Ct);
        }

        // Takes a number, and is rolled back.
        await Assert.ThrowsAsync<InvalidDataException>(() => this.Host.Work.RunAsync<Record>(
            async (db, ct) =>
            {
                await this.Host.Get<RecordWriter>().SaveAsync(db, actor, "contract", [record], ct);
                throw new InvalidDataException();
            },
            Ct));
        return null;
    }
}

using Backoffice.Data.Records;
using Data.Tests.Databases;
using Forms.Conditions;
using Forms.Problems;
using Forms.Records;

namespace Data.Tests.Records;

/// <summary>What every database does the same. One class for each database runs it; each has a database of its own.</summary>
public abstract partial class RecordStoreContract(TestDatabase database)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private TestHost Host => database.Host;

    private RecordStore Store => this.Host.Records;

    [Fact]
    public async Task Saves_and_reads_a_record_with_rows_and_computed_fields()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var saved = await this.Store.SaveAsync(gao, await this.ContractAsync(gao, "Service", (2.5m, 10.01m), (1m, 4m)), Ct);

        var read = await this.Store.GetAsync(gao, "contract", saved.Id, Ct);

        Assert.Equal(1, read.Version);
        Assert.Equal("Service", read["title"]);
        Assert.Equal(new DateOnly(2026, 3, 2), read["startsOn"]);
        Assert.Equal(0.1225m, read["discount"]);
        Assert.True((bool)read["renews"]!);
        Assert.Equal(gao.Person, read["owner"]);
        Assert.Equal([25.03m, 4m], read.Rows("lines").Select(row => row["amount"]).Cast<decimal>());
        Assert.Equal(29.03m, read["total"]);
        Assert.Equal(gao.Person, read.CreatedBy);
        Assert.Equal(this.Host.Time.GetUtcNow(), read.CreatedAt);
        Assert.NotNull(read.Unit);
    }

    [Fact]
    public async Task Rows_are_changed_added_removed_and_reordered_by_id()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var saved = await this.Store.SaveAsync(gao, await this.ContractAsync(gao, "Rows", (1, 1), (2, 2), (3, 3)), Ct);
        var edited = saved.Copy();
        var rows = (List<RecordRow>)edited.Values["lines"]!;
        var (kept, added) = (rows[2], new RecordRow { Id = Guid.CreateVersion7(), Values = { ["product"] = "New", ["quantity"] = 5m, ["price"] = 1m } });
        kept.Values["quantity"] = 9m;
        edited.Values["lines"] = new List<RecordRow> { added, kept, rows[0] };

        await this.Store.SaveAsync(gao, edited, Ct);

        var read = await this.Store.GetAsync(gao, "contract", saved.Id, Ct);
        Assert.Equal([added.Id, kept.Id, rows[0].Id], read.Rows("lines").Select(row => row.Id));
        Assert.Equal(33m, read["total"]);
        var changes = (await this.Store.HistoryAsync(gao, "contract", saved.Id, Ct))[0].Fields;
        Assert.Contains(changes, change => change is { Field: "lines", Column: "quantity", Before: 3m, After: 9m } && change.Row == kept.Id);
        Assert.Contains(changes, change => change.RowChange == RowChange.Added && change.Row == added.Id);
        Assert.Contains(changes, change => change.RowChange == RowChange.Removed && change.Row == rows[1].Id);
        Assert.Contains(changes, change => change is { Field: "total", Before: 14m, After: 33m });
    }

    [Fact]
    public async Task An_old_version_is_refused_and_says_who_saved_when()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var saved = await this.Store.SaveAsync(gao, await this.ContractAsync(gao, "Twice"), Ct);
        await this.Store.SaveAsync(gao, With(saved, "months", 12m), Ct);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Store.SaveAsync(gao, With(saved, "months", 24m), Ct));

        Assert.Equal((RefusalReason.Conflict, "record.changed"), (refusal.Reason, refusal.Code));
        Assert.StartsWith("Gao Min saved this record at 2026-03-02 09:00, while you were editing version 1.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(12m, (await this.Store.GetAsync(gao, "contract", saved.Id, Ct))["months"]);
    }

    [Fact]
    public async Task A_record_in_approval_is_changed_by_its_workflow_only()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var saved = await this.Store.SaveAsync(gao, await this.ContractAsync(gao, "Locked"), Ct);
        var instance = Guid.CreateVersion7();
        var locked = await this.Host.Work.RunAsync(
            (db, ct) => this.Host.Get<RecordWriter>().ChangeAsync(db, gao with { Source = ChangeSource.Workflow }, saved, new Dictionary<string, object?> { ["state"] = "approved" }, instance, ct),
            Ct);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Store.SaveAsync(gao, With(locked, "months", 2m), Ct));

        Assert.Equal((RefusalReason.InvalidState, "record.in-approval"), (refusal.Reason, refusal.Code));
        Assert.Equal(("approved", instance, 2L), (locked["state"], locked.LockedBy, locked.Version));
    }

    [Fact]
    public async Task Problems_name_field_row_and_column_and_nothing_is_saved()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var record = await this.ContractAsync(gao, new string('x', 50), (1, 1), (0, 1));
        record.Values["months"] = 0m;
        record.Values["customer"] = null;
        ((List<RecordRow>)record.Values["lines"]!)[1].Values["product"] = null;

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Store.SaveAsync(gao, record, Ct));

        Assert.Equal(RefusalReason.Invalid, refusal.Reason);
        Assert.Equal(["lines[1].product", "lines[1].quantity", "months", "title"], refusal.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        await Assert.ThrowsAsync<RefusalException>(() => this.Store.GetAsync(gao, "contract", record.Id, Ct));
    }

    [Fact]
    public async Task A_formula_that_fails_is_a_problem_of_its_field()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var record = await this.ContractAsync(gao, "Broken", (1, 1));
        ((List<RecordRow>)record.Values["lines"]!)[0].Values["quantity"] = null;

        var problems = await this.Store.CheckAsync(record, Ct);

        Assert.Equal(["lines[0].amount: formula.type: quantity is empty.", "lines[0].quantity: field.required: Quantity is required."], problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public async Task Doubles_and_links_to_nothing_are_problems()
    {
        var admin = await this.Host.ActorAsync("admin");
        var name = "Unique " + Guid.NewGuid();
        await this.CustomerAsync(name, "DE");

        var twice = await Assert.ThrowsAsync<RefusalException>(() => this.CustomerAsync(name, "FR"));
        var nothing = await Assert.ThrowsAsync<RefusalException>(async () => await this.Store.SaveAsync(admin, With(await this.ContractAsync(admin, "Nowhere"), "customer", Guid.CreateVersion7()), Ct));

        Assert.Equal(["field.unique"], twice.Problems.Select(problem => problem.Code));
        Assert.Equal(["field.link-missing"], nothing.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task People_do_not_write_read_only_fields()
    {
        var gao = await this.Host.ActorAsync("gao.min");

        var refusal = await Assert.ThrowsAsync<RefusalException>(async () => await this.Store.SaveAsync(gao, With(await this.ContractAsync(gao, "Sly"), "state", "approved"), Ct));
        var imported = await this.Store.SaveAsync(gao with { Source = ChangeSource.Import }, With(await this.ContractAsync(gao, "Old"), "state", "approved"), Ct);

        Assert.Equal(["state: field.read-only: State cannot be changed here."], refusal.Problems.Select(problem => problem.ToString()));
        Assert.Equal("approved", imported["state"]);
    }

    [Fact]
    public async Task A_deleted_record_is_gone_and_frees_its_unique_value()
    {
        var admin = await this.Host.ActorAsync("admin");
        var name = "Gone " + Guid.NewGuid();
        var customer = await this.CustomerAsync(name, "DE");

        await this.Store.DeleteAsync(admin, "customer", customer.Id, 1, Ct);

        Assert.Equal(RefusalReason.NotFound, (await Assert.ThrowsAsync<RefusalException>(() => this.Store.GetAsync(admin, "customer", customer.Id, Ct))).Reason);
        Assert.NotEqual(customer.Id, (await this.CustomerAsync(name, "DE")).Id);
        Assert.Equal(name, (await this.Store.TitlesAsync("customer", [customer.Id], Ct))[customer.Id]);
    }

    [Fact]
    public async Task History_says_who_changed_which_field_from_what_to_what()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var saved = await this.Store.SaveAsync(gao, await this.ContractAsync(gao, "History"), Ct);
        await this.Store.SaveAsync(gao with { Source = ChangeSource.Api }, With(saved, "startsOn", new DateOnly(2027, 1, 1)), Ct);

        var history = await this.Store.HistoryAsync(gao, "contract", saved.Id, Ct);

        Assert.Equal([(2, RecordChangeKind.Changed, ChangeSource.Api), (1, RecordChangeKind.Created, ChangeSource.Page)], history.Select(entry => (entry.Version, entry.Kind, entry.Source)));
        Assert.Equal("Gao Min", history[0].PersonName);
        Assert.Equal([new FieldChange("startsOn", new DateOnly(2026, 3, 2), new DateOnly(2027, 1, 1))], history[0].Fields);
    }

    [Fact]
    public async Task A_frozen_version_is_read_as_it_was()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var saved = await this.Store.SaveAsync(gao, await this.ContractAsync(gao, "Frozen", (2, 3.5m)), Ct);
        await this.Host.Work.RunAsync((db, ct) => RecordSnapshots.FreezeAsync(db, saved, this.Host.Time.GetUtcNow(), ct), Ct);
        await this.Store.SaveAsync(gao, With(saved, "title", "Thawed"), Ct);

        var frozen = await this.Host.Work.ReadAsync((db, ct) => RecordSnapshots.FindAsync(db, saved.Id, 1, ct), Ct);

        Assert.Equal(("Frozen", 7m, new DateOnly(2026, 3, 2)), (frozen!["title"], frozen["total"], frozen["startsOn"]));
        Assert.Equal(3.5m, frozen.Rows("lines")[0]["price"]);
    }

    private static Record With(Record record, string field, object? value)
    {
        var changed = record.Copy();
        changed.Values[field] = value;
        return changed;
    }

    private static Condition Compare(string field, ComparisonOperator comparedBy, object? value) =>
        new() { Field = field, Operator = comparedBy, Value = SampleDefinitions.Json(value) };

    private async Task<Record> ContractAsync(Actor actor, string title, params (decimal Quantity, decimal Price)[] lines)
    {
        var record = await this.Store.NewAsync(actor, "contract", Ct);
        record.Values["title"] = title;
        record.Values["discount"] = 0.1225m;
        record.Values["renews"] = true;
        record.Values["lines"] = lines
            .Select(line => new RecordRow { Id = Guid.CreateVersion7(), Values = { ["product"] = "Pump", ["quantity"] = line.Quantity, ["price"] = line.Price } })
            .ToList();
        return record;
    }

    private async Task<Record> CustomerAsync(string name, string? country, decimal? staff = null)
    {
        var admin = await this.Host.ActorAsync("admin");
        var record = await this.Store.NewAsync(admin, "customer", Ct);
        (record.Values["name"], record.Values["country"], record.Values["staff"]) = (name, country, staff);
        return await this.Store.SaveAsync(admin, record, Ct);
    }
}

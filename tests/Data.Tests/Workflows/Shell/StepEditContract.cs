using Backoffice.Data.Workflows;
using Forms.Problems;
using Forms.Records;
using Workflows.Activities.FillIn;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteStepEditTests(SqliteShell database) : StepEditContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresStepEditTests(PostgresShell database) : StepEditContract(database), IClassFixture<PostgresShell>;

/// <summary>What the people of a step may change in a record that is locked for everybody else.</summary>
public abstract class StepEditContract(ShellDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static WorkflowDefinition Filled => Flow.Line(
        "filled",
        new FillInActivity
        {
            Id = "fill",
            Label = "Fill",
            Signers = [new PersonRule { Person = "gao" }],
            Fields = new Dictionary<string, FieldRight>
            {
                ["note"] = FieldRight.Required,
                ["secret"] = FieldRight.Hidden,
                ["lines.quantity"] = FieldRight.Required,
                ["lines.product"] = FieldRight.Write,
            },
            Rows = new Dictionary<string, RowRights> { ["lines"] = new RowRights { Add = true } },
        },
        Flow.Approval("then", "hu"));

    [Fact]
    public async Task Fields_that_the_step_opens_are_written_and_shown_to_later_signers_as_changed()
    {
        await using var world = await database.OpenAsync(Filled);
        var instance = await SubmitAsync(world);

        await world.SaveAsync("gao", await world.RecordAsync(instance), record =>
        {
            record.Values["note"] = "Filled in";
            var rows = (List<RecordRow>)record.Values["lines"]!;
            rows[0].Values["quantity"] = 3m;
            rows.Add(new RecordRow { Id = Guid.CreateVersion7(), Values = new Dictionary<string, object?> { ["product"] = "More", ["quantity"] = 1m } });
        });
        await world.DecideAsync("gao", instance, WorkItemDecision.Complete);

        var item = await world.ItemAsync(instance, "hu");
        var hu = await world.ActorAsync("hu");
        var view = await world.InScopeAsync<WorkItemQueries, WorkItemDetails>(queries => queries.GetAsync(hu, item.Id, None));
        Assert.Null(view.Instance.Submitted!["note"]);
        Assert.Equal("Filled in", view.Instance.Record["note"]);
        Assert.Equal([3m, 1m], view.Instance.Record.Rows("lines").Select(row => row["quantity"]).Cast<decimal>());
    }

    [Fact]
    public async Task Other_fields_and_rows_stay_as_they_are_and_the_refusal_names_them()
    {
        await using var world = await database.OpenAsync(Filled);
        var instance = await SubmitAsync(world);
        var record = await world.RecordAsync(instance);

        Assert.Equal(["amount", "title"], await RefusedPathsAsync(world, "gao", record, changed =>
        {
            changed.Values["title"] = "Mine";
            changed.Values["amount"] = 1m;
            changed.Values["note"] = "Mine";
        }));
        Assert.Equal(["lines"], await RefusedPathsAsync(world, "gao", record, changed => ((List<RecordRow>)changed.Values["lines"]!).Clear()));
        Assert.Equal(["lines.supplier"], await RefusedPathsAsync(world, "gao", record, changed => ((List<RecordRow>)changed.Values["lines"]!)[0].Values["supplier"] = null));
        foreach (var other in new[] { "lin", "root" })
        {
            var refusal = await world.RefusedAsync(() => world.SaveAsync(other, record, changed => changed.Values["note"] = "Mine"));
            Assert.Equal("record.in-approval", refusal.Code);
        }

        Assert.Equal(RefusalReason.NotFound, (await world.RefusedAsync(() => world.SaveAsync("hu", record, changed => changed.Values["note"] = "Mine"))).Reason);
        Assert.Equal(record.Version, (await world.RecordAsync(instance)).Version);
    }

    [Fact]
    public async Task Who_has_acted_or_whose_step_was_passed_writes_nothing_any_more()
    {
        await using var world = await database.OpenAsync(Filled);
        var instance = await SubmitAsync(world);
        await world.SaveAsync("gao", await world.RecordAsync(instance), Fill);
        await world.DecideAsync("gao", instance, WorkItemDecision.Complete);

        var record = await world.RecordAsync(instance);
        Assert.Equal("record.in-approval", (await world.RefusedAsync(() => world.SaveAsync("gao", record, changed => changed.Values["note"] = "Later"))).Code);
        Assert.Equal(["note"], await RefusedPathsAsync(world, "hu", record, changed => changed.Values["note"] = "Later"));
    }

    [Fact]
    public async Task What_the_step_requires_is_asked_for_before_it_is_done()
    {
        await using var world = await database.OpenAsync(Filled);
        var instance = await SubmitAsync(world);

        var refusal = await world.RefusedAsync(() => world.DecideAsync("gao", instance, WorkItemDecision.Complete));
        Assert.Equal(["lines[0].quantity", "note"], refusal.Problems!.Select(problem => problem.Path).Order());
        await world.SaveAsync("gao", await world.RecordAsync(instance), Fill);
        await world.DecideAsync("gao", instance, WorkItemDecision.Complete);

        await world.ItemAsync(instance, "hu");
    }

    [Fact]
    public async Task What_the_step_hides_is_not_on_the_page_of_the_item_nor_in_earlier_versions()
    {
        await using var world = await database.OpenAsync(Filled);
        var instance = await SubmitAsync(world);
        await world.SaveAsync("gao", await world.RecordAsync(instance), Fill);
        await world.DecideAsync("gao", instance, WorkItemDecision.Complete);
        await world.DecideAsync("hu", instance, WorkItemDecision.Return);
        await world.ResubmitAsync(instance);
        await world.SaveAsync("gao", await world.RecordAsync(instance), record => record.Values["note"] = "Once more");
        var item = await world.ItemAsync(instance, "gao");
        var gao = await world.ActorAsync("gao");

        var view = await world.InScopeAsync<WorkItemQueries, WorkItemDetails>(queries => queries.GetAsync(gao, item.Id, None));

        Assert.All(new[] { view.Instance.Record, view.Instance.BeforeReturn!, view.Instance.Submitted! }, record => Assert.Null(record["secret"]));
        Assert.Equal("hush", (await world.RecordAsync(instance))["secret"]);
    }

    [Fact]
    public async Task Where_changes_are_blocked_even_open_fields_are_not_written()
    {
        await using var world = await database.OpenAsync(Filled with { Changes = ChangePolicy.Block });
        var instance = await SubmitAsync(world);

        var refusal = await world.RefusedAsync(async () => await world.SaveAsync("gao", await world.RecordAsync(instance), Fill));

        Assert.Equal("record.changes-blocked", refusal.Code);
    }

    [Fact]
    public async Task A_decision_is_not_taken_back_once_the_record_was_changed()
    {
        var flow = Flow.Line("changed", Flow.Approval("sign", "gao"), Flow.Approval("then", "hu") with { Fields = new Dictionary<string, FieldRight> { ["note"] = FieldRight.Write } });
        await using var world = await database.OpenAsync(flow);
        var instance = await world.SubmitAsync();
        var item = await world.ItemAsync(instance, "gao");
        await world.ApproveAsync("gao", instance);
        await world.SaveAsync("hu", await world.RecordAsync(instance), record => record.Values["note"] = "Changed");

        var refusal = await world.RefusedAsync(() => world.CommandAsync("gao", (commands, actor) => commands.TakeBackAsync(actor, item.Id, None)));

        Assert.Equal("decision.acted-on", refusal.Code);
        Assert.Contains("changed", refusal.Message, StringComparison.Ordinal);
    }

    private static void Fill(Record record)
    {
        record.Values["note"] = "Filled in";
        ((List<RecordRow>)record.Values["lines"]!)[0].Values["quantity"] = 3m;
    }

    private static async Task<Guid> SubmitAsync(ShellWorld world)
    {
        var partner = await world.DraftAsync(form: ShellCompany.Partner);
        return await world.SubmitAsync(record =>
        {
            record.Values["secret"] = "hush";
            record.Values["lines"] = new List<RecordRow> { new() { Id = Guid.CreateVersion7(), Values = new Dictionary<string, object?> { ["product"] = "Thing", ["supplier"] = partner.Id } } };
        });
    }

    private static async Task<IEnumerable<string>> RefusedPathsAsync(ShellWorld world, string person, Record record, Action<Record> change)
    {
        var refusal = await world.RefusedAsync(() => world.SaveAsync(person, record, change));
        return refusal.Problems!.Select(problem => problem.Path).Order();
    }
}

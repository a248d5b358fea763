using System.Text.Json;
using Forms.Conditions;
using Forms.Formulas;
using Workflows.Activities.Compute;
using Workflows.Activities.CreateRecord;
using Workflows.Activities.Decision;
using Workflows.Activities.Fork;
using Workflows.Activities.Join;
using Workflows.Activities.SetField;
using Workflows.Activities.UpdateRecord;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteIncidentTests(SqliteShell database) : IncidentContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresIncidentTests(PostgresShell database) : IncidentContract(database), IClassFixture<PostgresShell>;

/// <summary>What a step cannot do becomes an incident: the decision before it stands, and an administrator tries it again.</summary>
public abstract class IncidentContract(ShellDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static CreateRecordActivity Create => new()
    {
        Id = "create",
        Label = "Create",
        Form = ShellCompany.Partner,
        Values = new Dictionary<string, JsonElement> { ["rating"] = ShellCompany.Json(4) },
        From = new Dictionary<string, string> { ["name"] = "note", ["origin"] = "@record" },
        Into = "partner",
    };

    [Fact]
    public async Task A_record_is_made_and_another_updated_in_the_transaction_of_the_decision()
    {
        var update = new UpdateRecordActivity { Id = "update", Label = "Update", Link = "partner", Values = new Dictionary<string, JsonElement> { ["mail"] = ShellCompany.Json("x@y.test") }, From = new Dictionary<string, string> { ["rating"] = "score" } };
        await using var world = await database.OpenAsync(Flow.Line("creating", Flow.Approval("sign", "gao"), Create, update));
        var instance = await world.SubmitAsync(record => (record.Values["note"], record.Values["score"]) = ("New partner", 2m));

        await world.ApproveAsync("gao", instance);

        var record = await world.RecordAsync(instance);
        var partner = await world.RecordAsync(ShellCompany.Partner, (Guid)record["partner"]!);
        Assert.Equal(("New partner", 2m, "x@y.test", record.Id), ((string)partner["name"]!, (decimal)partner["rating"]!, (string)partner["mail"]!, (Guid)partner["origin"]!));
    }

    [Fact]
    public async Task A_record_that_would_break_a_rule_is_an_incident_that_can_be_put_right()
    {
        var flow = Flow.Line("creating", Flow.Approval("sign", "gao"), new ForkActivity { Id = "fork", Label = "Fork", Branches = [new ForkBranch { Name = "left", Label = "Left" }, new ForkBranch { Name = "right", Label = "Right" }] });
        flow = (flow with { Transitions = [.. flow.Transitions.Where(way => way.From != "fork")] }).With(
            [Create, Flow.Approval("right", "hu") with { Fields = new Dictionary<string, FieldRight> { ["note"] = FieldRight.Write } }, new JoinActivity { Id = "join", Label = "Join" }],
            ("fork", "left", "create"),
            ("fork", "right", "right"),
            ("create", null, "join"),
            ("right", Outcomes.Approved, "join"),
            ("join", null, "end"));
        await using var world = await database.OpenAsync(flow);
        var instance = await world.SubmitAsync();

        await world.ApproveAsync("gao", instance);
        var incident = Assert.Single((await world.StateAsync(instance)).Incidents);
        Assert.Equal(("create", 1), (incident.ActivityId, (await world.InstanceAsync(instance)).Incidents));
        Assert.Contains("Name", incident.Incident!.Message, StringComparison.Ordinal);
        await world.AdministerAsync((administration, actor) => administration.RetryAsync(actor, instance, incident.Number, None));
        Assert.Single((await world.StateAsync(instance)).Incidents);

        await world.SaveAsync("hu", await world.RecordAsync(instance), record => record.Values["note"] = "A name");
        await world.AdministerAsync((administration, actor) => administration.RetryAsync(actor, instance, incident.Number, None));

        Assert.NotNull((await world.RecordAsync(instance))["partner"]);
        Assert.Equal(0, (await world.InstanceAsync(instance)).Incidents);
        Assert.Equal("incident.none", (await world.RefusedAsync(() => world.AdministerAsync((administration, actor) => administration.RetryAsync(actor, instance, incident.Number, None)))).Code);
        await world.ApproveAsync("hu", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task A_field_that_breaks_a_formula_of_the_record_is_an_incident_of_the_step_that_set_it()
    {
        SetFieldActivity Set(string id, decimal divisor) => new() { Id = id, Label = id, Values = new Dictionary<string, JsonElement> { ["divisor"] = ShellCompany.Json(divisor) } };
        await using var world = await database.OpenAsync(Flow.Line("dividing", Flow.Approval("sign", "gao"), Set("well", 2), Set("badly", 0)));
        var instance = await world.SubmitAsync(record => record.Values["amount"] = 5m);

        await world.ApproveAsync("gao", instance);

        var incident = Assert.Single((await world.StateAsync(instance)).Incidents);
        Assert.Equal("badly", incident.ActivityId);
        Assert.Contains("Divided by zero", incident.Incident!.Message, StringComparison.Ordinal);
        Assert.Equal((2m, 2.5m), ((decimal)(await world.RecordAsync(instance))["divisor"]!, (decimal)(await world.RecordAsync(instance))["ratio"]!));
    }

    [Fact]
    public async Task A_value_that_does_not_fit_its_field_is_an_incident()
    {
        await using var world = await database.OpenAsync(Flow.Line(
            "setting", Flow.Approval("sign", "gao"), new SetFieldActivity { Id = "set", Label = "Set", Values = new Dictionary<string, JsonElement> { ["score"] = ShellCompany.Json(101) } }));
        var instance = await world.SubmitAsync();

        await world.ApproveAsync("gao", instance);

        Assert.Equal("set", Assert.Single((await world.StateAsync(instance)).Incidents).ActivityId);
    }

    [Fact]
    public async Task Formulas_that_fail_or_hang_are_incidents_and_others_go_on()
    {
        await using var workers = new FormulaWorkers(
            new FormulaWorkerOptions { Workers = 1, Deadline = TimeSpan.FromMilliseconds(500), Command = (Path.Combine(AppContext.BaseDirectory, "Data.Tests"), ["formula", "worker"]) },
            TimeProvider.System);
        ComputeActivity Compute(string file) => new() { Id = "compute", Label = "Compute", Formula = file, Into = "score" };
        var decision = Flow.On(ShellCompany.Partner, "deciding", Flow.Approval("sign", "gao"), new DecisionActivity { Id = "decide", Label = "Decide", Condition = new Condition { Formula = "hangs.js" } });
        decision = decision with
        {
            Transitions = [.. decision.Transitions.Where(way => way.From != "decide"), new TransitionDefinition { From = "decide", Outcome = "true", To = "end" }, new TransitionDefinition { From = "decide", Outcome = "false", To = "end" }],
            Files = new Dictionary<string, string> { ["hangs.js"] = "while (true) {} return true;" },
        };
        foreach (var (source, expected) in new[] { ("amount * 2", null), ("while (true) {} return 1;", FormulaErrorCodes.Timeout), ("throw new Error('no')", FormulaErrorCodes.Thrown), ("'many'", null), ("nobody + 1", FormulaErrorCodes.UnknownName) })
        {
            var flow = Flow.Line("computing", Flow.Approval("sign", "gao"), Compute("score.js")) with { Files = new Dictionary<string, string> { ["score.js"] = source } };
            await using var world = await database.OpenAsync(new ShellSettings { Workers = workers }, flow, decision);
            var instance = await world.SubmitAsync(record => (record.Values["amount"], record.Values["divisor"]) = (21m, 1m));

            await world.ApproveAsync("gao", instance);

            var record = await world.RecordAsync(instance);
            if (source == "amount * 2")
            {
                Assert.Equal((42m, InstanceStatus.Completed), ((decimal)record["score"]!, await world.StatusAsync(instance)));
                continue;
            }

            var incident = Assert.Single((await world.StateAsync(instance)).Incidents).Incident!;
            Assert.True(expected is null || expected == incident.Code, $"{source}: {incident.Code}, {incident.Message}");
            Assert.Null(record["score"]);
            if (expected == FormulaErrorCodes.Timeout)
            {
                var partner = await world.SubmitAsync(await world.DraftAsync(form: ShellCompany.Partner));
                await world.DecideAsync("gao", partner, WorkItemDecision.Approve);
                Assert.Equal(FormulaErrorCodes.Timeout, Assert.Single((await world.StateAsync(partner)).Incidents).Incident!.Code);
            }
        }
    }
}

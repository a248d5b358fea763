using System.Text.Json;
using Backoffice.Data.Workflows;
using Backoffice.Data.Workflows.Background;
using Microsoft.AspNetCore.Http;
using Workflows.Activities.HttpCall;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteCallTests(SqliteShell database) : CallContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresCallTests(PostgresShell database) : CallContract(database), IClassFixture<PostgresShell>;

/// <summary>HTTP calls of steps, against a server on loopback that answers well, badly, or not at all.</summary>
public abstract class CallContract(ShellDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static HttpCallActivity Rate(LoopbackHttp server) => new()
    {
        Id = "rate",
        Label = "Rate",
        Url = $"{server.Address}/rate/{{title}}",
        Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer {secret:rating}" },
        Body = ["title", "amount", "lines"],
        Into = new Dictionary<string, string> { ["score"] = "result.score", ["note"] = "result.text" },
    };

    private static WorkflowDefinition Calling(LoopbackHttp server) => Flow.Line("calling", Rate(server), Flow.Approval("then", "gao"));

    [Fact]
    public async Task An_answer_is_written_into_the_record()
    {
        await using var server = await LoopbackHttp.StartAsync(200, """{ "result": { "score": 42, "text": "Good", "more": [1, 2] } }""");
        var settings = new ShellSettings { Calls = new CallOptions { Hosts = ["127.0.0.1"], Secrets = new Dictionary<string, string> { ["rating"] = "hush" } } };
        await using var world = await database.OpenAsync(settings, Calling(server));
        var instance = await world.SubmitAsync(record =>
        {
            record.Values["title"] = "A & b/ü";
            record.Values["amount"] = 12.5m;
        });
        Assert.Empty(server.Requests);

        await world.RunAsync();
        await world.RunAsync();

        var asked = Assert.Single(server.Requests);
        Assert.Equal(("POST", "Bearer hush"), (asked.Method, asked.Headers["Authorization"]));
        Assert.Equal("/rate/A%20&%20b%2F%C3%BC", asked.Path.Replace("%26", "&", StringComparison.Ordinal));
        Assert.Equal((await world.OutboxAsync()).Single().Id.ToString(), asked.Headers["Idempotency-Key"]);
        var body = JsonDocument.Parse(asked.Body).RootElement;
        Assert.Equal((12.5m, "A & b/ü", 3), (body.GetProperty("amount").GetDecimal(), body.GetProperty("title").GetString(), body.EnumerateObject().Count()));
        var record = await world.RecordAsync(instance);
        Assert.Equal((42m, "Good"), ((decimal)record["score"]!, (string)record["note"]!));
        await world.ApproveAsync("gao", instance);
    }

    [Fact]
    public async Task A_server_that_fails_at_first_is_asked_again_with_the_same_key()
    {
        await using var server = await LoopbackHttp.StartAsync((context, number) =>
        {
            context.Response.StatusCode = number < 3 ? 500 : 200;
            return context.Response.WriteAsync("""{ "result": { "score": 1, "text": null } }""");
        });
        await using var world = await database.OpenAsync(Calling(server));
        var instance = await world.SubmitAsync();

        await world.RunAsync();
        await world.RunAsync();
        Assert.Single(server.Requests);
        Assert.Contains("500", (await world.OutboxAsync()).Single().Error, StringComparison.Ordinal);
        await world.AdvanceAsync(TimeSpan.FromSeconds(16));
        await world.AdvanceAsync(TimeSpan.FromSeconds(64));

        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Headers["Idempotency-Key"]).Distinct());
        await world.ApproveAsync("gao", instance);
    }

    [Fact]
    public async Task A_failure_for_good_takes_its_way()
    {
        await using var server = await LoopbackHttp.StartAsync(404, "no");
        await using var world = await database.OpenAsync(Calling(server).With([Flow.Approval("by-hand", "chen")], ("rate", Outcomes.Failed, "by-hand"), ("by-hand", Outcomes.Approved, "end")));
        var instance = await world.SubmitAsync();

        await world.RunAsync();

        Assert.Single(server.Requests);
        await world.ApproveAsync("chen", instance);
        Assert.Equal(InstanceStatus.Completed, await world.StatusAsync(instance));
    }

    [Fact]
    public async Task A_failure_without_a_way_is_an_incident_and_is_tried_again_by_hand()
    {
        await using var server = await LoopbackHttp.StartAsync((context, number) =>
        {
            context.Response.StatusCode = number == 1 ? 404 : 200;
            return context.Response.WriteAsync("""{ "result": { "score": 1, "text": "x" } }""");
        });
        await using var world = await database.OpenAsync(Calling(server));
        var instance = await world.SubmitAsync();
        await world.RunAsync();
        var incident = Assert.Single((await world.StateAsync(instance)).Incidents);
        Assert.Equal("http.failed", incident.Incident!.Code);
        Assert.Contains("404", incident.Incident.Message, StringComparison.Ordinal);

        await world.AdministerAsync((administration, actor) => administration.RetryAsync(actor, instance, incident.Number, None));
        await world.RunAsync();

        await world.ApproveAsync("gao", instance);
        Assert.Equal(2, server.Requests.Select(request => request.Headers["Idempotency-Key"]).Distinct().Count());
    }

    [Theory]
    [InlineData("huge")]
    [InlineData("not JSON")]
    [InlineData("deep")]
    [InlineData("wrong type")]
    [InlineData("out of range")]
    [InlineData("too long")]
    [InlineData("nothing there")]
    [InlineData("redirect")]
    [InlineData("empty")]
    public async Task A_hostile_answer_is_an_incident_and_changes_nothing(string kind)
    {
        await using var server = await LoopbackHttp.StartAsync(async (context, _) =>
        {
            if (kind == "redirect")
            {
                context.Response.Redirect("/elsewhere");
                return;
            }

            var answer = kind switch
            {
                "huge" => $$$"""{ "result": { "score": 1, "text": "{{{new string('x', 1_100_000)}}}" } }""",
                "not JSON" => "<html>",
                "deep" => new string('[', 100_000),
                "wrong type" => """{ "result": { "score": { "a": 1 }, "text": "x" } }""",
                "out of range" => """{ "result": { "score": 101, "text": "x" } }""",
                "too long" => $$$"""{ "result": { "score": 1, "text": "{{{new string('x', 300)}}}" } }""",
                "nothing there" => """{ "result": { "text": "x" } }""",
                _ => "",
            };
            await context.Response.WriteAsync(answer);
        });
        await using var world = await database.OpenAsync(Calling(server));
        var instance = await world.SubmitAsync();

        await world.RunAsync();

        Assert.Single(server.Requests);
        var incident = Assert.Single((await world.StateAsync(instance)).Incidents).Incident!;
        Assert.InRange(incident.Message.Length, 1, 300);
        var record = await world.RecordAsync(instance);
        Assert.Equal((null, null), (record["score"], record["note"]));
    }

    [Fact]
    public async Task A_server_that_never_ends_its_answer_keeps_nobody_waiting_for_ever()
    {
        var asked = new TaskCompletionSource();
        await using var server = await LoopbackHttp.StartAsync(async (context, _) =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var world = await database.OpenAsync(Calling(server));
        var instance = await world.SubmitAsync();

        var running = world.RunAsync();
        await asked.Task;
        world.Time.Advance(OutboxWorker.Longest);
        await running;

        var entry = Assert.Single(await world.OutboxAsync());
        Assert.Equal(("There was no answer in time.", 1, (DateTimeOffset?)null), (entry.Error, entry.Attempts, entry.LeasedUntil));
        Assert.True(entry.DueAt > world.Time.GetUtcNow());
        Assert.Single(await world.WaitsAsync(instance));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_given_up_after_some_attempts()
    {
        await using var server = await LoopbackHttp.StartAsync(200, "{}");
        await using var world = await database.OpenAsync(Calling(server));
        var instance = await world.SubmitAsync();
        await server.DisposeAsync();

        for (var attempt = 1; attempt <= OutboxWorker.MostAttempts; attempt++)
        {
            Assert.Empty((await world.StateAsync(instance)).Incidents);
            await world.RunAsync();
            world.Time.Advance(TimeSpan.FromHours(2));
        }

        Assert.Single((await world.StateAsync(instance)).Incidents);
        Assert.Equal(OutboxWorker.MostAttempts, (await world.OutboxAsync()).Single().Attempts);
    }

    [Fact]
    public async Task A_host_that_the_installation_does_not_name_is_not_called()
    {
        await using var server = await LoopbackHttp.StartAsync(200, "{}");
        await using var world = await database.OpenAsync(new ShellSettings { Calls = new CallOptions { Hosts = [".example.com"] } }, Calling(server));
        var instance = await world.SubmitAsync();

        await world.RunAsync();

        Assert.Empty(server.Requests);
        Assert.Contains("Calls:Hosts", Assert.Single((await world.StateAsync(instance)).Incidents).Incident!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_for_which_nobody_waits_any_more_is_not_made()
    {
        await using var server = await LoopbackHttp.StartAsync(200, "{}");
        await using var world = await database.OpenAsync(Calling(server));
        var instance = await world.SubmitAsync();
        await world.CommandAsync("lin", (commands, actor) => commands.WithdrawAsync(actor, instance, null, None));

        await world.RunAsync();

        Assert.Empty(server.Requests);
        var entry = Assert.Single(await world.OutboxAsync());
        Assert.Equal((null, null), (entry.DueAt, entry.DoneAt));
        Assert.NotNull(entry.Error);
    }

    [Fact]
    public async Task An_answer_that_breaks_the_record_fails_the_call()
    {
        await using var server = await LoopbackHttp.StartAsync(200, """{ "divisor": 0 }""");
        var step = new HttpCallActivity { Id = "rate", Label = "Rate", Method = "GET", Url = server.Address, Into = new Dictionary<string, string> { ["divisor"] = "divisor" } };
        await using var world = await database.OpenAsync(Flow.Line("calling", step, Flow.Approval("then", "gao")));
        var instance = await world.SubmitAsync(record => record.Values["amount"] = 1m);

        await world.RunAsync();

        Assert.Contains("Divided by zero", Assert.Single((await world.StateAsync(instance)).Incidents).Incident!.Message, StringComparison.Ordinal);
        Assert.Equal("", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task A_node_that_stops_leaves_the_call_to_be_made_again()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await LoopbackHttp.StartAsync(async (context, number) =>
        {
            if (number == 1)
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            await context.Response.WriteAsync("""{ "result": { "score": 1, "text": "x" } }""");
        });
        await using var world = await database.OpenAsync(Calling(server));
        var instance = await world.SubmitAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Get<OutboxWorker>().RunAsync(stop.Token));
        await world.RunAsync();

        await world.ApproveAsync("gao", instance);
    }
}

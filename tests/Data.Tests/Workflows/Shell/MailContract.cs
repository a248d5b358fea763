using Backoffice.Data.Workflows;
using Backoffice.Data.Workflows.Background;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Mail;
using Workflows.Definitions;
using static Data.Tests.Workflows.Shell.LoopbackSmtp;

namespace Data.Tests.Workflows.Shell;

public sealed class SqliteMailTests(SqliteShell database) : MailContract(database), IClassFixture<SqliteShell>;

public sealed class PostgresMailTests(PostgresShell database) : MailContract(database), IClassFixture<PostgresShell>;

/// <summary>Mails leave once, or say why they did not.</summary>
public abstract class MailContract(ShellDatabase database)
{
    private static WorkflowDefinition Telling => Flow.Line(
        "telling",
        new MailActivity
        {
            Id = "mail",
            Label = "Mail",
            To = [new PersonRule { Person = "gao" }],
            Addresses = ["partner.mail"],
            Subject = "About {title}",
            Text = "{title} is {amount}, {unknown}.",
        },
        Flow.Approval("then", "gao"));

    [Fact]
    public async Task A_mail_says_what_the_record_says()
    {
        await using var server = new LoopbackSmtp();
        await using var world = await this.OpenAsync(server);
        var partner = await world.DraftAsync(form: ShellCompany.Partner, fill: record => record.Values["mail"] = "partner@other.test");
        var instance = await world.SubmitAsync(record =>
        {
            record.Values["title"] = "Tea\r\nBcc: evil@other.test";
            record.Values["amount"] = 1234.5m;
            record.Values["partner"] = partner.Id;
        });
        await world.ItemAsync(instance, "gao");
        Assert.Empty(server.Received);

        await world.RunAsync();
        await world.RunAsync();

        var mail = Assert.Single(server.Received);
        Assert.Equal(["RCPT TO:<gao@company.test>", "RCPT TO:<partner@other.test>"], mail.To);
        Assert.Null(mail.Header("Bcc"));
        Assert.Contains("is 1,234.50, {unknown}.", mail.Body(), StringComparison.Ordinal);
        var entry = Assert.Single(await world.OutboxAsync());
        Assert.StartsWith($"<{entry.Id:N}@", mail.Header("Message-ID"), StringComparison.Ordinal);
        Assert.Equal((world.Time.GetUtcNow(), (DateTimeOffset?)null, (DateTimeOffset?)null, 1), (entry.DoneAt!.Value, entry.DueAt, entry.LeasedUntil, entry.Attempts));
    }

    [Theory]
    [InlineData(Verb.Greeting, "421 busy")]
    [InlineData(Verb.From, "451 busy")]
    [InlineData(Verb.To, "450 busy")]
    [InlineData(Verb.Text, "451 busy")]
    public async Task A_mail_that_was_refused_is_sent_again(object verb, string refusal)
    {
        var refuse = true;
        await using var server = new LoopbackSmtp(moment => refuse && moment.Verb.Equals(verb) ? refusal : null);
        await using var world = await this.OpenAsync(server);
        await world.SubmitAsync();
        await world.RunAsync();
        var refused = Assert.Single(await world.OutboxAsync());
        Assert.Equal((null, null), (refused.DoneAt, refused.LeasedUntil));
        Assert.NotNull(refused.Error);
        refuse = false;
        var before = server.Received.Count;

        await world.AdvanceAsync(TimeSpan.FromSeconds(16));

        Assert.Equal(before + 1, server.Received.Count);
        var sent = Assert.Single(await world.OutboxAsync());
        Assert.Equal((2, null), (sent.Attempts, sent.Error));
        Assert.NotNull(sent.DoneAt);
    }

    [Fact]
    public async Task A_mail_whose_connection_was_cut_off_is_never_sent_again()
    {
        await using var server = new LoopbackSmtp(moment => moment.Verb == Verb.Text ? "" : null);
        await using var world = await this.OpenAsync(server);
        await world.SubmitAsync();

        await world.RunAsync();
        await world.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Single(server.Received);
        var entry = Assert.Single(await world.OutboxAsync());
        Assert.Equal((MailSender.CutOff, null, null), (entry.Error, entry.DueAt, entry.DoneAt));
    }

    [Fact]
    public async Task A_mail_that_a_node_was_sending_when_it_died_is_never_sent_again()
    {
        await using var server = new LoopbackSmtp();
        await using var world = await this.OpenAsync(server);
        await world.SubmitAsync();
        var until = world.Time.GetUtcNow() + TimeSpan.FromMinutes(5);
        await world.Work.RunAsync((db, ct) => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), ct), CancellationToken.None);

        await world.RunAsync();
        Assert.Null(Assert.Single(await world.OutboxAsync()).Error);
        await world.AdvanceAsync(TimeSpan.FromMinutes(6));

        Assert.Empty(server.Received);
        Assert.Equal(MailSender.CutOff, Assert.Single(await world.OutboxAsync()).Error);
    }

    [Fact]
    public async Task One_of_two_addresses_that_is_refused_does_not_send_the_mail_twice_to_the_other()
    {
        await using var server = new LoopbackSmtp(moment => moment.Line.Contains("other.test", StringComparison.Ordinal) && moment.Verb == Verb.To ? "550 unknown" : null);
        await using var world = await this.OpenAsync(server);
        var partner = await world.DraftAsync(form: ShellCompany.Partner, fill: record => record.Values["mail"] = "partner@other.test");
        await world.SubmitAsync(record => record.Values["partner"] = partner.Id);

        await world.RunAsync();
        await world.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(["RCPT TO:<gao@company.test>"], Assert.Single(server.Received).To);
        Assert.Contains("partner@other.test", Assert.Single(await world.OutboxAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_left_and_the_mail_not_sent_again()
    {
        var asked = new TaskCompletionSource();
        await using var server = new LoopbackSmtp(moment =>
        {
            if (moment.Verb != Verb.Text)
            {
                return null;
            }

            asked.TrySetResult();
            return Silence;
        });
        await using var world = await this.OpenAsync(server);
        await world.SubmitAsync();

        var running = world.RunAsync();
        await asked.Task;
        world.Time.Advance(OutboxWorker.Longest);
        await running;
        await world.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Single(server.Received);
        Assert.Equal(MailSender.CutOff, Assert.Single(await world.OutboxAsync()).Error);
    }

    [Fact]
    public async Task Mails_wait_while_there_is_no_server_and_while_it_cannot_be_reached()
    {
        int port;
        await using (var gone = new LoopbackSmtp())
        {
            port = gone.Port;
        }

        await using var world = await database.OpenAsync(Telling);
        await world.SubmitAsync();
        await world.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(0, Assert.Single(await world.OutboxAsync()).Attempts);
        var second = await world.SecondNodeAsync(new ShellSettings { Mail = new MailOptions { Host = "127.0.0.1", Port = port } });
        await second.GetRequiredService<WorkflowService>().RunOnceAsync(CancellationToken.None);
        Assert.NotNull(Assert.Single(await world.OutboxAsync()).DueAt);

        await using var server = new LoopbackSmtp(port: port);
        world.Time.Advance(TimeSpan.FromSeconds(16));
        await second.GetRequiredService<WorkflowService>().RunOnceAsync(CancellationToken.None);

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_node_that_stops_finishes_the_mail_that_it_is_sending()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new LoopbackSmtp(moment =>
        {
            if (moment.Verb == Verb.Text)
            {
                stop.Cancel();
            }

            return null;
        });
        await using var world = await this.OpenAsync(server);
        await world.SubmitAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Get<OutboxWorker>().RunAsync(stop.Token));

        Assert.NotNull(Assert.Single(await world.OutboxAsync()).DoneAt);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_mail_to_nobody_is_given_up_and_the_instance_goes_on()
    {
        await using var server = new LoopbackSmtp();
        var flow = Flow.Line("nobody", new MailActivity { Id = "mail", Label = "Mail", Addresses = ["note"], Subject = "x", Text = "y" });
        await using var world = await database.OpenAsync(SettingsFor(server), flow);

        await world.SubmitAsync();
        await world.SubmitAsync(record => record.Values["note"] = "not an address <");
        await world.RunAsync();

        Assert.Equal(2, (await world.OutboxAsync()).Count(entry => entry is { DueAt: null, DoneAt: null, Error: not null }));
        Assert.Empty(server.Received);
    }

    private static ShellSettings SettingsFor(LoopbackSmtp server) => new() { Mail = new MailOptions { Host = "127.0.0.1", Port = server.Port } };

    private Task<ShellWorld> OpenAsync(LoopbackSmtp server) => database.OpenAsync(SettingsFor(server), Telling);
}

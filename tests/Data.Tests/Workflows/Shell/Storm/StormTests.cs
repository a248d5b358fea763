using System.Text.RegularExpressions;
using Backoffice.Data;
using Backoffice.Data.Instances;
using Backoffice.Data.Workflows;
using Backoffice.Data.Workflows.Background;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell.Storm;

/// <summary>
/// A node killed at random moments, again and again, while eight clients work and mails leave: what was accepted is there once,
/// nothing is there twice, no mail is sent twice, no wait is lost (issue "workflow engine", crash and concurrency).
/// BACKOFFICE_TEST_KILLS says how often; a few times where it is not set.
/// </summary>
public sealed partial class StormTests(ITestOutputHelper output)
{
    private const int Few = 8;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("BACKOFFICE_TEST_KILLS"), out var kills) ? kills : Few;

    [Fact]
    public async Task Nothing_that_was_accepted_is_lost_or_repeated_however_often_the_node_is_killed()
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-storm-");
        await using var server = new LoopbackSmtp();
        try
        {
            var file = Path.Combine(folder.FullName, "storm.db");
            await PrepareAsync(file);
            var seed = Random.Shared.Next(100_000);
            output.WriteLine($"Seed {seed}, {Kills} kills.");
            var random = new Random(seed);
            var (accepted, tried) = (new HashSet<string>(), new HashSet<string>());
            for (var kill = 0; kill < Kills; kill++)
            {
                var (acts, more) = (random.Next(30), TimeSpan.FromMilliseconds(random.Next(100)));
                var process = await StormProcess.RunAsync(file, server.Port, Step * kill, seed + kill, acts, more);
                Assert.Empty(process.Errors);
                accepted.UnionWith(process.Accepted);
                tried.UnionWith(process.Tried);
                await using var world = World(file, Step * kill);
                await ShellCheck.AllAsync(world.Work, await ChangedAsync(world, kill));
            }

            await using var last = World(file, Step * (Kills + 20), server.Port);
            await SettleAsync(last);
            await CheckActsAsync(last, accepted, tried);
            await CheckMailsAsync(last, server);
            await CheckWaitsAsync(last);
            Assert.True(accepted.Count >= Kills, $"Only {accepted.Count} acts were accepted.");
            output.WriteLine($"{accepted.Count} of {tried.Count} acts accepted, {server.Received.Count} mails, {(await last.InstancesAsync("storm")).Count} instances.");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static ShellWorld World(string file, TimeSpan clock, int? smtpPort = null) => new(
        // Not pooled: a connection that stays open would keep the next process from having to recover the log.
        new DatabaseOptions(DatabaseKind.Sqlite, $"Data Source={file};Pooling=False"),
        new ShellSettings { Time = new ShiftedTime(clock), Mail = new MailOptions { Host = smtpPort is null ? null : "127.0.0.1", Port = smtpPort ?? 25 } },
        ShellCompany.Set(StormWorkflows.All));

    private static async Task PrepareAsync(string file)
    {
        await using var world = World(file, TimeSpan.Zero);
        await world.PublishAsync();
        var synchronous = await world.Work.ReadAsync((db, ct) => db.Database.SqlQueryRaw<int>("PRAGMA synchronous").ToListAsync(ct), None);
        Assert.Equal([2], synchronous);
    }

    /// <summary>The instances that changed since the kill before the last.</summary>
    private static async Task<List<Guid>> ChangedAsync(ShellWorld world, int kill)
    {
        await world.PublishAsync();
        var since = TimeProvider.System.GetUtcNow() + (Step * kill) - TimeSpan.FromMinutes(5);
        return await world.Work.ReadAsync((db, ct) => db.Instances.Where(row => row.ChangedAt >= since).Select(row => row.Id).ToListAsync(ct), None);
    }

    /// <summary>The leases of the dead are over: what is left is done.</summary>
    private static async Task SettleAsync(ShellWorld world)
    {
        await world.PublishAsync();
        await world.Get<WorkflowService>().RunOnceAsync(None);
        await ShellCheck.AllAsync(world.Work);
    }

    private static async Task CheckActsAsync(ShellWorld world, HashSet<string> accepted, HashSet<string> tried)
    {
        var rows = await world.Work.ReadAsync((db, ct) => db.InstanceEvents.ToListAsync(ct), None);
        var found = rows.SelectMany(row => InstanceEventsText.Read(row.Events).SelectMany(Ids).Distinct()).ToLookup(id => id);
        Assert.All(accepted, id => Assert.Single(found[id]));
        Assert.All(found, id => Assert.Single(id));
        Assert.Empty(found.Select(id => id.Key).Except(tried));

        var tiers = rows.SelectMany(row => InstanceEventsText.Read(row.Events).OfType<TierReached>().Select(reached => (row.Instance, reached.Number, reached.Tier))).ToList();
        Assert.Equal(tiers.Count, tiers.Distinct().Count());
        var children = (await world.InstancesAsync("storm-partner")).Select(child => (child.Parent, child.ParentWait)).ToList();
        Assert.Equal(children.Count, children.Distinct().Count());
    }

    private static async Task CheckMailsAsync(ShellWorld world, LoopbackSmtp server)
    {
        var rows = await world.Work.ReadAsync((db, ct) => db.InstanceEvents.ToListAsync(ct), None);
        var mails = (await world.OutboxAsync()).Where(entry => entry.Kind == OutboxKind.Mail).ToList();
        Assert.Equal(rows.Sum(row => InstanceEventsText.Read(row.Events).OfType<MailRequested>().Count()), mails.Count);
        var received = server.Received.Select(mail => mail.Header("Message-ID")!).ToList();
        Assert.Equal(received.Count, received.Distinct().Count());
        foreach (var entry in mails)
        {
            var arrived = received.Contains($"<{entry.Id:N}@localhost>");
            Assert.True(
                entry is { DoneAt: not null } ? arrived : entry is { DueAt: null, Error: MailSender.CutOff },
                $"Mail {entry.Id}: arrived {arrived}, done {entry.DoneAt}, due {entry.DueAt}, {entry.Error}");
        }
    }

    private static async Task CheckWaitsAsync(ShellWorld world)
    {
        var now = world.Get<TimeProvider>().GetUtcNow();
        Assert.Equal(0, await world.Work.ReadAsync((db, ct) => db.Waits.CountAsync(wait => wait.DueAt <= now, ct), None));
        Assert.Equal(0, await world.Work.ReadAsync((db, ct) => db.Outbox.CountAsync(entry => entry.DueAt != null, ct), None));
        var stuck = await world.Work.ReadAsync(
            (db, ct) => db.Instances.CountAsync(
                row => row.EndedAt == null
                    && !db.WorkItems.Any(item => item.Instance == row.Id && item.State == WorkItemState.Open)
                    && !db.Waits.Any(wait => wait.Instance == row.Id),
                ct),
            None);
        Assert.Equal(0, stuck);
    }

    private static IEnumerable<string> Ids(WorkflowEvent happened)
    {
        var said = happened switch
        {
            InstanceStarted started => started.Comment,
            WorkItemCompleted completed => completed.Comment,
            WorkItemPassed passed => passed.Comment,
            SignersAdded added => added.Comment,
            InstanceResubmitted resubmitted => resubmitted.Comment,
            InstanceWithdrawn withdrawn => withdrawn.Comment,
            Commented commented => commented.Text,
            _ => null,
        };
        return said is not null && Id().IsMatch(said) ? [said] : [];
    }

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Id();
}

using System.Globalization;
using Backoffice.Data;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Backoffice.Data.Workflows.Background;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Workflows.WorkItems;

namespace Data.Tests.Workflows.Shell.Storm;

/// <summary>
/// This test executable started again as <c>storm DATABASE SMTP-PORT MINUTES SEED</c>: a node with its background work and
/// eight clients who do what comes to their mind until it is killed. It says on its output what is tried, and what was accepted.
/// </summary>
internal sealed class StormClients(ShellWorld world)
{
    internal const string Verb = "storm";

    private const int Clients = 8;

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Lock Output = new();

    internal static async Task<int> RunAsync(string[] args)
    {
        var settings = new ShellSettings
        {
            Mail = new MailOptions { Host = "127.0.0.1", Port = int.Parse(args[1], CultureInfo.InvariantCulture) },
            Time = new ShiftedTime(TimeSpan.FromMinutes(int.Parse(args[2], CultureInfo.InvariantCulture))),
        };
        var seed = int.Parse(args[3], CultureInfo.InvariantCulture);
        await using var world = new ShellWorld(new DatabaseOptions(DatabaseKind.Sqlite, $"Data Source={args[0]}"), settings, ShellCompany.Set(StormWorkflows.All));
        await world.PublishAsync();
        await world.Get<WorkflowService>().StartAsync(None);
        Say("ready");
        var clients = new StormClients(world);

        // Killed long before; should nobody do it, the process does not stay.
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => clients.ActAsync(new Random((seed * Clients) + client), end.Token)));
        return 0;
    }

    private static void Say(string line)
    {
        lock (Output)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }

    private async Task ActAsync(Random random, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var id = Guid.NewGuid().ToString("N");
            Say($"try {id}");
            try
            {
                Say(await this.ActAsync(random, id) ? $"done {id}" : $"nothing {id}");
            }
            catch (RefusalException refusal)
            {
                Say($"refused {id} {refusal.Code}");
            }
#pragma warning disable CA1031 // The one who started the process reads it and fails.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Say($"error {id} {failure.ToString().ReplaceLineEndings(" | ")}");
            }
        }
    }

    /// <returns>False when there was nothing to do, or what was done cannot carry the id.</returns>
    private Task<bool> ActAsync(Random random, string id) => random.Next(100) switch
    {
        < 25 => this.SubmitAsync(id),
        < 75 => this.OnItemAsync(random, id),
        < 85 => this.CommentAsync(random, id),
        < 93 => this.RaiseAsync(random),
        _ => this.TakeBackAsync(random),
    };

    private async Task<bool> SubmitAsync(string id)
    {
        var partner = await world.DraftAsync(form: ShellCompany.Partner);
        var record = await world.DraftAsync(fill: draft => (draft.Values["title"], draft.Values["partner"]) = (id, partner.Id));
        var lin = await world.ActorAsync("lin");
        await world.InScopeAsync<WorkflowCommands, Guid>(commands => commands.SubmitAsync(lin, record.Form, record.Id, record.Version, id, None));
        return true;
    }

    private async Task<bool> OnItemAsync(Random random, string id)
    {
        if (await this.PickAsync(random, db => db.WorkItems.Where(item => item.State == WorkItemState.Open)) is not { } item)
        {
            return false;
        }

        var actor = new Actor(item.Person, ChangeSource.Page);
        var other = await world.IdAsync(random.Next(2) == 0 ? "wang" : "root");
        await world.InScopeAsync<WorkflowCommands, bool>(async commands =>
        {
            var act = (item.Kind, random.Next(20)) switch
            {
                (WorkItemKind.Revise, < 4) => commands.WithdrawAsync(actor, item.Instance, id, None),
                (WorkItemKind.Revise, _) => commands.ResubmitAsync(actor, item.Id, id, None),
                (_, 0) => commands.DecideAsync(actor, item.Id, new WorkItemAnswer(WorkItemDecision.Reject) { Comment = id }, None),
                (_, 1) => commands.DecideAsync(actor, item.Id, new WorkItemAnswer(WorkItemDecision.Return) { Comment = id }, None),
                (_, 2) => commands.DecideAsync(actor, item.Id, new WorkItemAnswer(WorkItemDecision.Return) { Comment = id, Resume = ResumeMode.StraightBack }, None),
                (_, 3) => commands.TransferAsync(actor, item.Id, other, id, None),
                (_, 4) => commands.AddSignersAsync(actor, item.Id, (global::Workflows.Definitions.AddedPlace)random.Next(3), [other], id, None),
                _ => commands.DecideAsync(actor, item.Id, new WorkItemAnswer(WorkItemDecision.Approve) { Comment = id }, None),
            };
            await act;
            return true;
        });
        return true;
    }

    private async Task<bool> CommentAsync(Random random, string id)
    {
        if (await this.PickAsync(random, db => db.WorkItems) is not { } item)
        {
            return false;
        }

        var actor = new Actor(item.Person, ChangeSource.Page);
        var mentioned = await world.IdAsync("chen");
        return await world.InScopeAsync<WorkflowCommands, bool>(async commands =>
        {
            await commands.CommentAsync(actor, item.Instance, id, [mentioned], None);
            return true;
        });
    }

    private async Task<bool> RaiseAsync(Random random)
    {
        var lin = await world.ActorAsync("lin");
        var wait = await this.PickAsync(random, db => db.Waits.Where(row => row.Name == StormWorkflows.Event));
        if (wait is not null)
        {
            await world.InScopeAsync<WorkflowEvents, int>(events => events.RaiseAsync(lin, ShellCompany.Request, wait.Record, StormWorkflows.Event, None));
        }

        return false;
    }

    private async Task<bool> TakeBackAsync(Random random)
    {
        if (await this.PickAsync(random, db => db.WorkItems.Where(item => item.State == WorkItemState.Approved)) is { } item)
        {
            var actor = new Actor(item.Person, ChangeSource.Page);
            await world.InScopeAsync<WorkflowCommands, bool>(async commands =>
            {
                await commands.TakeBackAsync(actor, item.Id, None);
                return true;
            });
        }

        return false;
    }

    private async Task<T?> PickAsync<T>(Random random, Func<BackofficeDb, IQueryable<T>> from)
        where T : class
    {
        var skip = random.Next(20);
        var found = await world.Work.ReadAsync((db, ct) => from(db).Take(20).ToListAsync(ct), None);
        return found.Count == 0 ? null : found[skip % found.Count];
    }
}

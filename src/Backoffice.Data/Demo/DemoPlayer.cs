using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Forms.Definitions.Demo;
using Forms.Problems;
using Workflows.WorkItems;

namespace Backoffice.Data.Demo;

/// <summary>
/// Plays the demos of all packs with the same commands that people use, each dated at its moment: nothing is written
/// behind the engine's back, so every trail is one that could have happened. Not thread-safe.
/// </summary>
/// <param name="clock">The one clock of all the other parameters.</param>
public sealed class DemoPlayer(
    RecordStore store, WorkflowCommands commands, WorkItemQueries workItems, PublishedDefinitions published, DirectoryStore directories, DemoClock clock)
{
    private readonly Dictionary<string, Guid> records = new(StringComparer.Ordinal);

    /// <summary>Plays everything, oldest first.</summary>
    /// <exception cref="InvalidOperationException">A demo does not fit the definitions; the message names record and act.</exception>
    public async Task PlayAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, clock.LocalTimeZone).DateTime);
        foreach (var step in DemoStep.InOrder(published.Current.All<DemoDefinition>()))
        {
            clock.MoveTo(now.AddHours(-(double)step.HoursAgo));
            try
            {
                await this.PlayAsync(step, today, ct);
            }
            catch (Exception wrong) when (wrong is RefusalException or InvalidDataException)
            {
                var problems = wrong is RefusalException { Problems: var list } ? string.Join("; ", list) : string.Empty;
                throw new InvalidOperationException($"{step}: {wrong.Message} {problems}".TrimEnd(), wrong);
            }
        }

        clock.MoveTo(now);
    }

    private async Task PlayAsync(DemoStep step, DateOnly today, CancellationToken ct)
    {
        var directory = await directories.GetAsync(ct);
        var person = directory.PersonByKey(step.By) ?? throw new InvalidDataException($"There is no person \"{step.By}\".");
        var actor = new Actor(person.Id, ChangeSource.Demo);
        var form = published.Current.Form(step.Record.Form);
        var values = new DemoValues(form, this.records, directory, today, store, actor);
        if (step.Act is null)
        {
            var record = await store.NewAsync(actor, form.Key, ct);
            await values.ApplyAsync(record, step.Record.Values, ct);
            this.records.Add(step.Record.Id, (await store.SaveAsync(actor, record, ct)).Id);
        }
        else
        {
            await this.ActAsync(step.Act, actor, form.Key, this.records[step.Record.Id], values, ct);
        }
    }

    private async Task ActAsync(DemoAct act, Actor actor, string form, Guid id, DemoValues values, CancellationToken ct)
    {
        switch (act.Act)
        {
            case DemoActKind.Edit:
                var record = (await store.GetAsync(actor, form, id, ct)).Copy();
                await values.ApplyAsync(record, act.Values!, ct);
                await store.SaveAsync(actor, record, ct);
                break;
            case DemoActKind.Submit:
                var version = (await store.GetAsync(actor, form, id, ct)).Version;
                await commands.SubmitAsync(actor, form, id, version, act.Comment, ct);
                break;
            case DemoActKind.Resubmit:
                await commands.ResubmitAsync(actor, await this.OpenItemAsync(actor, id, WorkItemKind.Revise, ct), act.Comment, ct);
                break;
            case DemoActKind.Withdraw:
                var instance = await workItems.ForRecordAsync(actor, form, id, ct) ?? throw new InvalidDataException("It was never submitted.");
                await commands.WithdrawAsync(actor, instance.Id, act.Comment, ct);
                break;
            default:
                var item = await this.OpenItemAsync(actor, id, WorkItemKind.Approve, ct);
                await commands.DecideAsync(actor, item, DecisionOf(act.Act), act.StraightBack ? ResumeMode.StraightBack : ResumeMode.InOrder, act.Comment, ct);
                break;
        }
    }

    private async Task<Guid> OpenItemAsync(Actor actor, Guid record, WorkItemKind kind, CancellationToken ct) =>
        (await workItems.InboxAsync(actor.Person, ct)).FirstOrDefault(item => item.Record == record && item.Kind == kind)?.Id
        ?? throw new InvalidDataException("This person has no open work item of the record then.");

    private static WorkItemDecision DecisionOf(DemoActKind act) => act switch
    {
        DemoActKind.Approve => WorkItemDecision.Approve,
        DemoActKind.Reject => WorkItemDecision.Reject,
        DemoActKind.Return => WorkItemDecision.Return,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}

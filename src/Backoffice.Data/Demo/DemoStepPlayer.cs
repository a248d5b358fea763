using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Forms.Definitions.Demo;
using Forms.Records;
using Workflows.WorkItems;

namespace Backoffice.Data.Demo;

/// <summary>Does one step of a demo, in one unit of work, at its moment. Not thread-safe.</summary>
/// <param name="clock">The one clock of all the other parameters.</param>
internal sealed class DemoStepPlayer(
    RecordStore store, WorkflowCommands commands, WorkItemQueries workItems, PublishedDefinitions published, DirectoryStore directories, DemoClock clock)
{
    /// <param name="steps">All, in order: a step may name the records of those before it.</param>
    /// <param name="number">Which one, from 0.</param>
    /// <param name="startedAt">From when the hours of the demo count.</param>
    internal async Task PlayAsync(IReadOnlyList<DemoStep> steps, int number, DateTimeOffset startedAt, CancellationToken ct)
    {
        var step = steps[number];
        clock.MoveTo(step.At(startedAt));
        var directory = await directories.GetAsync(ct);
        var person = directory.PersonByKey(step.By) ?? throw new InvalidDataException($"There is no person \"{step.By}\".");
        var actor = new Actor(person.Id, ChangeSource.Demo);
        var form = published.Current.Form(step.Record.Form);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(startedAt, clock.LocalTimeZone).DateTime);
        var older = steps.Take(number).Where(earlier => earlier.Act is null).ToDictionary(made => made.Record.Id, made => made.RecordId(startedAt), StringComparer.Ordinal);
        var values = new DemoValues(form, older, directory, today, store, actor);
        if (step.Act is null)
        {
            var draft = await store.NewAsync(actor, form.Key, ct);
            var record = new Record { Form = form.Key, Id = step.RecordId(startedAt), Values = draft.Values };
            await values.ApplyAsync(record, step.Record.Values, ct);
            await store.SaveAsync(actor, record, ct);
        }
        else
        {
            await this.ActAsync(step.Act, actor, form.Key, older[step.Record.Id], values, ct);
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
                var item = await this.OpenItemAsync(actor, id, act.Act == DemoActKind.Complete ? WorkItemKind.FillIn : WorkItemKind.Approve, ct);
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
        DemoActKind.Complete => WorkItemDecision.Complete,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}

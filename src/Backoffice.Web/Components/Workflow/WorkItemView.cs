using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components.Fields;
using Backoffice.Web.Localization;
using Forms.Definitions;
using Forms.Directory;
using Forms.Records;

namespace Backoffice.Web.Components.Workflow;

/// <summary>All that a page shows of a work item.</summary>
/// <param name="Titles">Titles of linked records and names of people, by id.</param>
/// <param name="Directory">As it was when the item was loaded.</param>
/// <param name="Definitions">As they were then.</param>
/// <param name="Me">Who looks.</param>
public sealed record WorkItemView(
    WorkItemDetails Details,
    FormDefinition Form,
    IReadOnlyDictionary<Guid, string> Titles,
    CompanyDirectory Directory,
    DefinitionSet Definitions,
    Guid Me)
{
    public WorkItemSummary Item => Details.Item;

    public InstanceDetails Instance => Details.Instance;

    public bool IsMine => Details.Person == Me;

    public bool IsAdministrator => Directory.Person(Me) is { } person && Directory.IsAdministrator(person);

    /// <summary>For whom the person who looks acts as a proxy; null when it is their own, or nothing to them.</summary>
    public string? OnBehalfOf => Details is { OnBehalfOf: { } holder, Actions.Count: > 0 } ? holder : null;

    /// <summary>The record that what changed is marked against: as submitted last, where a step changed it since; else as before the return.</summary>
    public Record? Before => Instance.Submitted ?? Instance.BeforeReturn;

    /// <summary>Whether the person who looks decides it now, or does the task.</summary>
    public bool MayDecide => Details.Actions.Contains(WorkItemAction.Approve) || Details.Actions.Contains(WorkItemAction.Complete);

    /// <summary>The form without what the step hides from its people.</summary>
    public FormDefinition VisibleForm => Details.Actions.Count > 0 ? StepForm.Visible(Form, Details.Step) : Form;

    /// <summary>What the path says to the person who looks.</summary>
    public PathWords PathWords(Words words, Labels labels, Moments moments, Dues dues) => new(
        words, labels, moments, Instance.Workflow, Me, this.NameOf,
        because => Why.As(SignerReason.Parse(because), labels, Directory, Definitions))
    {
        DueOf = at => dues.Of(at, Item.Calendar, Item.PersonUnit),
    };

    public string NameOf(Guid person) => Directory.Person(person)?.Name ?? "–";
}

/// <summary>Loads work items for pages. Scoped.</summary>
public sealed class WorkItemViews(Gesture gesture, CurrentPerson me, DirectoryStore directories, PublishedDefinitions published)
{
    /// <exception cref="Forms.Problems.RefusalException">Not found, or the record may not be read.</exception>
    public async Task<WorkItemView> LoadAsync(Guid workItem)
    {
        var actor = await me.ActorAsync();
        var details = await gesture.RunAsync<WorkItemQueries, WorkItemDetails>(queries => queries.GetAsync(actor, workItem, CancellationToken.None));
        var form = published.Current.Form(details.Item.Form);
        Record[] records = [details.Instance.Record, .. new[] { details.Instance.BeforeReturn, details.Instance.Submitted }.OfType<Record>()];
        var titles = await gesture.RunAsync<RecordStore, IReadOnlyDictionary<Guid, string>>(
            store => store.NamesAsync(form, records, CancellationToken.None));
        return new WorkItemView(details, form, titles, await directories.GetAsync(CancellationToken.None), published.Current, actor.Person);
    }
}

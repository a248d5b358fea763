using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Live;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components;
using Backoffice.Web.Components.Fields;
using Backoffice.Web.Components.Layout;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;
using Forms.Definitions;
using Forms.Records;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions;
using Workflows.Runtime;
using Record = Forms.Records.Record;

namespace Backoffice.Web.Pages.Records.Single;

/// <summary>One record: to read, to edit, to submit. This part loads and follows it; the commands stand beside.</summary>
public partial class RecordPage : IDisposable
{
    private LoadState state = LoadState.Loading;
    private FormLabels labels = null!;
    private FieldContext context = null!;
    private Actor actor = null!;
    private Record record = null!;
    private RecordDraft? draft;
    private RecordForm? form;
    private InstanceDetails? instance;
    private WorkflowDefinition? workflow;
    private bool hasPrint;
    private IReadOnlySet<RecordRight> rights = new HashSet<RecordRight>();
    private IReadOnlyList<RecordChangeEntry> history = [];
    private string? savedMeanwhile;
    private IDisposable? live;
    private (string Form, Guid? Id)? loaded;

    [Inject]
    private Gesture Gesture { get; set; } = null!;

    [Inject]
    private CurrentPerson Me { get; set; } = null!;

    [Inject]
    private PublishedDefinitions Published { get; set; } = null!;

    [Inject]
    private DirectoryStore Directory { get; set; } = null!;

    [Inject]
    private LiveChanges Live { get; set; } = null!;

    [Inject]
    private Labels AllLabels { get; set; } = null!;

    [Inject]
    private Moments Moments { get; set; } = null!;

    [Inject]
    private NavigationManager Addresses { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private ILogger<RecordPage> Log { get; set; } = null!;

    [Parameter]
    public string FormKey { get; set; } = string.Empty;

    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>Whether the page opens for editing.</summary>
    [SupplyParameterFromQuery]
    public bool Edit { get; set; }

    private Record Shown => this.draft?.Record ?? this.record;

    private string Name
    {
        get
        {
            if (!this.state.IsReady || this.record.Version == 0)
            {
                return this.state.IsReady ? this.Words["records.new", this.labels.OneInside] : this.AllLabels.Form(this.FormKey);
            }

            var summary = this.labels.Form.Summary;
            return summary.Number is { } number && this.record[number] is string text
                ? text
                : this.labels.Form.Field(summary.Title) is { } title && this.labels.Write(title, this.record[title.Name], this.record) is { Length: > 0 } words ? words : this.labels.One;
        }
    }

    private IReadOnlyList<Crumb> Above => [new Crumb(this.AllLabels.Plural(this.FormKey), Address.List(this.FormKey))];

    private bool CanSubmit => this.workflow is not null && this.record.LockedBy is null && this.rights.Contains(RecordRight.Edit)
        && this.instance?.Status is null or InstanceStatus.Rejected or InstanceStatus.Withdrawn;

    private string? ChangeWords => this.instance?.BeforeReturn is { } before
        ? this.Words.Count("records.changes.sinceReturn", RecordDifference.Between(this.labels.Form, before, this.record).Count(this.labels.Form))
        : null;

    private string? ModifiedWords => this.record.Version > 0 && this.record.ModifiedBy is { } person && this.context.TitleOf(person) is { } name
        ? this.Words["records.modified", name, this.Moments.Short(this.record.ModifiedAt)]
        : null;

    public void Dispose() => this.live?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (this.loaded != (this.FormKey, this.Id))
        {
            this.loaded = (this.FormKey, this.Id);
            this.live ??= this.Live.Subscribe(this.OnChangeAsync);
            this.draft = null;
            await this.LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        this.state = LoadState.Loading;
        this.merge = null;
        this.refused = null;
        try
        {
            this.actor = await this.Me.ActorAsync();
            var definition = this.Published.Current.Form(this.FormKey);
            this.context = new FieldContext(this.actor) { Unread = this.OnUnread };
            this.labels = new FormLabels(definition, this.AllLabels, this.context.TitleOf);
            this.workflow = this.Published.Current.All<WorkflowDefinition>().FirstOrDefault(candidate => candidate.Form == this.FormKey);
            if (this.Id is { } id)
            {
                await this.ReadAsync(id);
                this.draft = this.Edit && this.MayEdit ? new RecordDraft(definition, this.record) : null;
            }
            else
            {
                this.record = await this.Gesture.RunAsync<RecordStore, Record>(store => store.NewAsync(this.actor, this.FormKey, CancellationToken.None));
                this.rights = await this.Gesture.RunAsync<RecordStore, IReadOnlySet<RecordRight>>(store => store.RightsAsync(this.actor, this.FormKey, record: null, CancellationToken.None));
                this.instance = null;
                this.history = [];
                await this.NameAsync(this.record);
                this.draft = new RecordDraft(definition, this.record);
            }

            this.state = LoadState.Ready;
        }
        catch (Exception failure)
        {
            this.state = LoadState.Failed(Failure.Of(failure, this.Log));
        }
    }

    private bool MayEdit => this.record.LockedBy is null && this.rights.Contains(RecordRight.Edit);

    /// <summary>The record and all that stands around it, as the store has them now.</summary>
    private async Task ReadAsync(Guid id)
    {
        this.record = await this.FetchAsync(id);
        this.rights = await this.Gesture.RunAsync<RecordStore, IReadOnlySet<RecordRight>>(store => store.RightsAsync(this.actor, this.FormKey, this.record, CancellationToken.None));
        this.instance = await this.Gesture.RunAsync<WorkItemQueries, InstanceDetails?>(queries => queries.ForRecordAsync(this.actor, this.FormKey, id, CancellationToken.None));
        this.history = await this.Gesture.RunAsync<RecordStore, IReadOnlyList<RecordChangeEntry>>(store => store.HistoryAsync(this.actor, this.FormKey, id, CancellationToken.None));
        this.hasPrint = await this.PrintsAsync();
        this.savedMeanwhile = null;
        var seen = this.instance?.BeforeReturn is { } before ? new[] { this.record, before } : [this.record];
        await this.NameAsync([.. seen, .. this.HistoryRecords()]);
    }

    /// <summary>Whether the form has a print template for a record in this state.</summary>
    private async Task<bool> PrintsAsync() =>
        this.Published.Current.All<Reports.Print.PrintTemplate>().FirstOrDefault(template => template.Form == this.FormKey) is { } found
        && (found.When is not { } when || await this.Gesture.RunAsync<Forms.Conditions.ConditionEvaluator, bool>(
            conditions => conditions.HoldsAsync(when, this.labels.Form, this.record, found.Files, this.actor.Person, CancellationToken.None)));

    private Task<Record> FetchAsync(Guid id) =>
        this.Gesture.RunAsync<RecordStore, Record>(store => store.GetAsync(this.actor, this.FormKey, id, CancellationToken.None));

    /// <summary>Titles of all links and names of all people on the page.</summary>
    private async Task NameAsync(params Record[] records)
    {
        var titles = await this.Gesture.RunAsync<RecordStore, IReadOnlyDictionary<Guid, string>>(store => store.NamesAsync(this.labels.Form, records, CancellationToken.None));
        foreach (var (id, title) in titles)
        {
            this.context.Titles[id] = title;
        }

        if (this.record.ModifiedBy is { } person && (await this.Directory.GetAsync(CancellationToken.None)).Person(person) is { } found)
        {
            this.context.Titles[person] = found.Name;
        }
    }

    /// <summary>The values of the history as records, so that their links are named, too.</summary>
    private IEnumerable<Record> HistoryRecords()
    {
        foreach (var change in this.history.SelectMany(entry => entry.Fields))
        {
            foreach (var value in new[] { change.Before, change.After }.OfType<Guid>())
            {
                var values = change.Column is null
                    ? new Dictionary<string, object?>(StringComparer.Ordinal) { [change.Field] = value }
                    : new Dictionary<string, object?>(StringComparer.Ordinal) { [change.Field] = new List<RecordRow> { new() { Id = Guid.Empty, Values = { [change.Column] = value } } } };
                yield return new Record { Form = this.FormKey, Id = this.record.Id, Values = values };
            }
        }
    }

    /// <summary>Another page saved this record, or its workflow moved: a read page follows, an edited one says so.</summary>
    private Task OnChangeAsync(LiveChange change) => change.Record is { } id && id == this.Id && this.state.IsReady && !this.busy
        ? this.InvokeAsync(() => this.FollowAsync(id))
        : Task.CompletedTask;

    private async Task FollowAsync(Guid id)
    {
        try
        {
            if (this.draft is null)
            {
                await this.ReadAsync(id);
            }
            else if (await this.FetchAsync(id) is var fresh && fresh.Version > this.draft.Original.Version)
            {
                await this.NameAsync(fresh);
                this.savedMeanwhile = await this.NameOfAsync(fresh.ModifiedBy);
            }
        }
        catch (Forms.Problems.RefusalException)
        {
            // Deleted or no longer shared: what stands on the page stays readable, the next act says so.
        }

        this.StateHasChanged();
    }

    private async Task<string> NameOfAsync(Guid? person) =>
        person is { } id && (await this.Directory.GetAsync(CancellationToken.None)).Person(id) is { } found ? found.Name : this.Words["records.somebody"];
}

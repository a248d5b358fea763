using Backoffice.Data.Records;
using Backoffice.Web.Components.Fields;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;
using Forms.Definitions;
using Forms.Problems;
using Microsoft.AspNetCore.Components;
using Record = Forms.Records.Record;

namespace Backoffice.Web.Components.Workflow;

public sealed partial class StepEdit
{
    private LoadState state = LoadState.Loading;
    private RecordForm? form;
    private RecordDraft? draft;
    private FormLabels labels = null!;
    private FieldContext context = null!;
    private Guid shown;
    private bool saving;
    private bool clash;

    /// <summary>The work item; its step opens something (<see cref="StepForm.Of"/>).</summary>
    [Parameter, EditorRequired]
    public WorkItemView View { get; set; } = null!;

    /// <summary>The part of the form that is open.</summary>
    [Parameter, EditorRequired]
    public FormDefinition Open { get; set; } = null!;

    /// <summary>Was saved: the page shows the record as it is now.</summary>
    [Parameter]
    public EventCallback Saved { get; set; }

    [Inject]
    private Gesture Gesture { get; set; } = null!;

    [Inject]
    private CurrentPerson Me { get; set; } = null!;

    [Inject]
    private Labels AllLabels { get; set; } = null!;

    [Inject]
    private ILogger<StepEdit> Log { get; set; } = null!;

    public bool HasChanges => this.draft?.HasChanges == true;

    /// <summary>Puts what is wrong beside its fields.</summary>
    public void ShowProblems(IReadOnlyList<Problem> problems)
    {
        this.draft?.ShowProblems(this.labels.Translate(problems));
        this.StateHasChanged();
    }

    /// <summary>Saves what was filled in.</summary>
    /// <returns>The version of the record then; null when something is wrong, which is shown.</returns>
    public async Task<long?> SaveAsync()
    {
        if (this.draft is null || this.saving)
        {
            return null;
        }

        if (!this.draft.LeaveAll())
        {
            this.draft.ShowProblems([]);
            await this.form!.NextErrorAsync();
            return null;
        }

        this.saving = true;
        try
        {
            var saved = await this.Gesture.RunAsync<RecordStore, Record>(store => store.SaveAsync(this.context.Actor, this.draft.Record, CancellationToken.None));
            this.draft = new RecordDraft(this.Open, saved);
            await this.Saved.InvokeAsync();
            return saved.Version;
        }
        catch (RefusalException refusal) when (refusal.Reason is RefusalReason.Conflict)
        {
            this.clash = true;
        }
        catch (RefusalException refusal)
        {
            this.ShowProblems(refusal.Problems.Count > 0 ? refusal.Problems : [new Problem(string.Empty, refusal.Code, refusal.Message)]);
            await this.form!.NextErrorAsync();
        }
        finally
        {
            this.saving = false;
        }

        this.StateHasChanged();
        return null;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (this.shown != this.View.Item.Id || (this.draft is { HasChanges: false } read && read.Original.Version != this.View.Instance.Record.Version))
        {
            this.shown = this.View.Item.Id;
            await this.LoadAsync();
        }
    }

    /// <summary>The whole record is read, as the page may show only a part of it.</summary>
    private async Task LoadAsync()
    {
        this.clash = false;
        try
        {
            var actor = await this.Me.ActorAsync();
            var item = this.View.Item;
            var record = await this.Gesture.RunAsync<RecordStore, Record>(store => store.GetAsync(actor, item.Form, item.Record, CancellationToken.None));
            this.context = new FieldContext(actor) { Unread = this.OnUnread };
            foreach (var (id, title) in this.View.Titles)
            {
                this.context.Titles[id] = title;
            }

            this.labels = new FormLabels(this.Open, this.AllLabels, this.context.TitleOf);
            this.draft = new RecordDraft(this.Open, record);
            this.state = LoadState.Ready;
        }
#pragma warning disable CA1031 // Shown with a reference, and logged.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            this.state = LoadState.Failed(Failure.Of(failure, this.Log));
        }
    }

    private (bool Add, bool Remove) Rows(string table)
    {
        var rights = StepForm.RowsOf(this.View.Details.Step!, table);
        return (rights.Add, rights.Remove);
    }

    private void OnUnread(FieldInput input, string text, Problem problem)
    {
        if (this.draft is { } edited && FieldPlace.All(edited.Form, edited.Record).Cast<FieldPlace?>().FirstOrDefault(place => place!.Value.ElementId == input.Id) is { } at)
        {
            edited.Unread(at, text, problem);
            edited.Leave(at);
            this.StateHasChanged();
        }
    }
}

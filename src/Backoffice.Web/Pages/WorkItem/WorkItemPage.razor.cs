using Backoffice.Data.Live;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components;
using Backoffice.Web.Components.Fields;
using Backoffice.Web.Components.Layout;
using Backoffice.Web.Components.States;
using Backoffice.Web.Components.Workflow;
using Backoffice.Web.Localization;
using Forms.Definitions;
using Microsoft.AspNetCore.Components;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Web.Pages.WorkItem;

/// <summary>One work item: what is asked, where it stands, what was said, and the decision.</summary>
public sealed partial class WorkItemPage
{
    private LoadState state = LoadState.Loading;
    private WorkItemView? view;
    private PathWords path = null!;
    private FormDefinition shown = null!;
    private FormDefinition? open;
    private StepEdit? edit;
    private string comment = "";
    private string tab = "summary";
    private bool busy;
    private int changes;
    private (int Number, int Count)? place;
    private Guid? previous;
    private Guid? next;
    private IDisposable? subscription;

    [Parameter] public Guid Id { get; set; }

    [Inject] private InboxFeed Feed { get; set; } = null!;

    [Inject] private WorkItemViews Views { get; set; } = null!;

    [Inject] private Deciding Deciding { get; set; } = null!;

    [Inject] private LiveChanges Live { get; set; } = null!;

    [Inject] private Labels Labels { get; set; } = null!;

    [Inject] private Moments Moments { get; set; } = null!;

    [Inject] private Dues Dues { get; set; } = null!;

    [Inject] private NavigationManager Addresses { get; set; } = null!;

    [Inject] private ILogger<WorkItemPage> Log { get; set; } = null!;

    private IReadOnlyList<Crumb> Trail => this.view is null
        ? [new Crumb(this.Words["inbox.title"], Address.Inbox)]
        : [new Crumb(this.Words["inbox.title"], Address.Inbox), new Crumb(this.Labels.Plural(this.view.Form), Address.List(this.view.Form.Key))];

    private (string Key, string Label, int? Count)[] Tabs =>
    [
        ("summary", this.Words["item.tab.summary"], null),
        ("path", this.Words["item.tab.path"], null),
        ("trail", this.Words["item.tab.trail"], this.view?.Instance.Trail.Count(entry => entry.Act != TrailActs.Opened)),
    ];

    private DateTimeOffset? WaitingSince => this.view is { IsMine: true, Item.State: WorkItemState.Open } mine ? mine.Item.OpenedAt : null;

    private bool MayComment => InstanceLifecycle.Allows(this.view!.Instance.Status, InstanceAct.Comment);

    private string ChangeWords => this.Words.Count(this.view!.Instance.Submitted is null ? "item.changesShort" : "item.changesSubmitShort", this.changes);

    private string ChangesTitle => this.Words.Count(this.view!.Instance.Submitted is null ? "item.changes" : "item.changesSubmit", this.changes);

    public void Dispose()
    {
        this.Feed.Changed -= this.OnFeed;
        this.subscription?.Dispose();
    }

    protected override void OnInitialized()
    {
        this.Feed.Changed += this.OnFeed;
        this.subscription = this.Live.Subscribe(this.OnLiveAsync);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (this.view?.Item.Id != this.Id)
        {
            (this.comment, this.tab) = ("", "summary");
            await this.LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var wanted = this.Id;
        try
        {
            var loaded = await this.Views.LoadAsync(wanted);
            await this.Feed.GetAsync();
            if (wanted != this.Id)
            {
                return;
            }

            this.view = loaded;
            this.path = loaded.PathWords(this.Words, this.Labels, this.Moments, this.Dues);
            this.shown = loaded.VisibleForm;
            this.open = loaded.MayDecide ? StepForm.Of(loaded.Form, loaded.Details.Step) : null;
            this.changes = loaded.Before is { } before ? RecordDifference.Between(this.shown, before, loaded.Instance.Record).Count(this.shown) : 0;
            this.Place();
            this.state = LoadState.Ready;
        }
#pragma warning disable CA1031 // Shown with a reference, and logged.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            this.view = null;
            this.state = LoadState.Failed(Failure.Of(failure, this.Log));
        }
    }

    /// <summary>Where the item stands among those that wait.</summary>
    private void Place()
    {
        var ids = (this.Feed.Items ?? []).Select(item => item.Id).ToList();
        var at = ids.IndexOf(this.Id);
        this.place = at < 0 ? null : (at + 1, ids.Count);
        this.previous = at > 0 ? ids[at - 1] : null;
        this.next = at < 0 ? ids.Cast<Guid?>().FirstOrDefault() : at + 1 < ids.Count ? ids[at + 1] : null;
    }

    private void OnFeed(object? sender, EventArgs e) => _ = this.InvokeAsync(() =>
    {
        if (!this.busy)
        {
            this.Place();
            this.StateHasChanged();
        }
    });

    /// <summary>Somebody acted on this instance, or changed its record: show it, keep what was typed.</summary>
    private Task OnLiveAsync(LiveChange change)
    {
        if (!this.busy && this.view is { } shown && (change.Instance == shown.Instance.Id || (change.Instance is null && change.Record == shown.Item.Record)))
        {
            _ = this.InvokeAsync(async () =>
            {
                await this.LoadAsync();
                this.StateHasChanged();
            });
        }

        return Task.CompletedTask;
    }

    /// <summary>Saves what was filled in before it is approved or done; what is returned or rejected is left as it was.</summary>
    private async Task DecideAsync(WorkItemAnswer answer)
    {
        var told = this.view!;
        if (answer.Decision is WorkItemDecision.Approve or WorkItemDecision.Complete && this.edit is { HasChanges: true } filled && this.open is not null)
        {
            if (await filled.SaveAsync() is not { } version)
            {
                return;
            }

            answer = answer with { Seen = version };
        }

        await this.ActAsync(ItemActs.Decide(told, answer, problems => this.edit?.ShowProblems(problems)));
    }

    /// <summary>Acts; when it is done the next item opens, or this one is shown as it is now when nothing else waits.</summary>
    private async Task ActAsync(ItemAct act)
    {
        if (this.view is not { } acted || this.busy)
        {
            return;
        }

        this.busy = true;
        var onward = this.next ?? this.previous;
        var end = await this.Deciding.RunAsync(acted.Item, act);
        this.busy = false;
        if (end == DecisionEnd.Done && onward is { } id && acted.Item.State == WorkItemState.Open)
        {
            this.Addresses.NavigateTo(Address.WorkItem(id));
        }
        else if (end != DecisionEnd.Refused)
        {
            this.comment = "";
            await this.LoadAsync();
        }
    }
}

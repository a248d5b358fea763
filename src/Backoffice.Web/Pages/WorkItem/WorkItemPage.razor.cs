using Backoffice.Data.Live;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components;
using Backoffice.Web.Components.Fields;
using Backoffice.Web.Components.Layout;
using Backoffice.Web.Components.States;
using Backoffice.Web.Components.Workflow;
using Backoffice.Web.Localization;
using Microsoft.AspNetCore.Components;
using Workflows.WorkItems;

namespace Backoffice.Web.Pages.WorkItem;

/// <summary>One work item: what is asked, where it stands, what was said, and the decision.</summary>
public sealed partial class WorkItemPage
{
    private LoadState state = LoadState.Loading;
    private WorkItemView? view;
    private PathWords path = null!;
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

    private string RecordAddress => Address.Record(this.view!.Item.Form, this.view.Item.Record);

    private DateTimeOffset? WaitingSince => this.view is { IsMine: true, Item.State: WorkItemState.Open } mine ? mine.Item.OpenedAt : null;

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
            this.path = loaded.PathWords(this.Words, this.Labels, this.Moments);
            this.changes = loaded.Instance.BeforeReturn is { } before
                ? RecordDifference.Between(loaded.Form, before, loaded.Instance.Record).Count(loaded.Form)
                : 0;
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

    /// <summary>Somebody acted on this instance: show it, keep what was typed.</summary>
    private Task OnLiveAsync(LiveChange change)
    {
        if (!this.busy && change.Instance is { } instance && instance == this.view?.Instance.Id)
        {
            _ = this.InvokeAsync(async () =>
            {
                await this.LoadAsync();
                this.StateHasChanged();
            });
        }

        return Task.CompletedTask;
    }

    private Task DecideAsync(WorkItemDecision decision) => this.ActAsync(item => this.Deciding.DecideAsync(item, decision, this.comment));

    private Task ReturnAsync(ReturnChoice choice) =>
        this.ActAsync(item => this.Deciding.DecideAsync(item, WorkItemDecision.Return, choice.Reason, choice.Resume));

    private Task ResubmitAsync() => this.ActAsync(item => this.Deciding.ResubmitAsync(item, this.comment));

    private Task WithdrawAsync() => this.ActAsync(item => this.Deciding.WithdrawAsync(item, this.comment));

    /// <summary>Acts; when it is done the next item opens, or this one is shown as it is now when nothing else waits.</summary>
    private async Task ActAsync(Func<WorkItemSummary, Task<DecisionEnd>> act)
    {
        if (this.view is not { } shown || this.busy)
        {
            return;
        }

        this.busy = true;
        var onward = this.next ?? this.previous;
        var end = await act(shown.Item);
        this.busy = false;
        if (end == DecisionEnd.Done && onward is { } id)
        {
            this.Addresses.NavigateTo(Address.WorkItem(id));
        }
        else if (end != DecisionEnd.Refused)
        {
            await this.LoadAsync();
        }
    }
}

using Backoffice.Data.Workflows;
using Backoffice.Web.Components;
using Backoffice.Web.Components.States;
using Backoffice.Web.Components.Workflow;
using Microsoft.AspNetCore.Components;
using Workflows.WorkItems;

namespace Backoffice.Web.Pages.Inbox;

/// <summary>Reading and deciding without leaving the list.</summary>
public sealed partial class InboxPage
{
    private readonly InboxRows rows = new();
    private LoadState state = LoadState.Loading;
    private IReadOnlyList<InboxRow> visible = [];
    private WorkItemView? view;
    private Failure? failure;
    private string comment = "";
    private bool busy;
    private Guid? loading;
    private Guid me;
    private IReadOnlyDictionary<Guid, BulkObstacle> obstacles = new Dictionary<Guid, BulkObstacle>();

    /// <summary>One of <see cref="InboxFilter.Kinds"/>.</summary>
    [SupplyParameterFromQuery(Name = "show")] public string? ShowKind { get; set; }

    [SupplyParameterFromQuery(Name = "form")] public string? FormKey { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] public string? Sort { get; set; }

    /// <summary>The selected work item.</summary>
    [SupplyParameterFromQuery(Name = "item")] public Guid? Item { get; set; }

    [Inject] private InboxFeed Feed { get; set; } = null!;

    [Inject] private WorkItemViews Views { get; set; } = null!;

    [Inject] private Deciding Deciding { get; set; } = null!;

    [Inject] private Gesture Gesture { get; set; } = null!;

    [Inject] private CurrentPerson Current { get; set; } = null!;

    [Inject] private Dues Dues { get; set; } = null!;

    [Inject] private NavigationManager Addresses { get; set; } = null!;

    [Inject] private ILogger<InboxPage> Log { get; set; } = null!;

    private static IReadOnlyList<(string[] Keys, string Words)> KeyList { get; } =
    [
        (["J", "K"], "keys.move"), (["X"], "keys.tick"), (["A"], "keys.approve"), (["R"], "keys.reject"), (["B"], "keys.return"), (["."], "keys.more"),
        (["Enter"], "keys.open"), (["Z"], "keys.undo"), (["/"], "keys.search"), (["Esc"], "keys.clear"), (["Ctrl", "K"], "keys.palette"), (["G", "H"], "keys.home"), (["G", "I"], "keys.inbox"),
    ];

    private InboxFilter Filter => new(this.FormKey, this.Sort) { Show = this.ShowKind };

    /// <summary>The ticked items that nothing keeps from being decided together.</summary>
    private IReadOnlyList<WorkItemSummary> Decidable => [.. this.rows.Decidable.Where(item => this.obstacles.GetValueOrDefault(item.Id) == BulkObstacle.None)];

    /// <summary>Why some of the ticked items are left out, in words; null when none is.</summary>
    private string? WhyNot
    {
        get
        {
            var reasons = this.rows.Ticked.Select(item => item.Kind != WorkItemKind.Approve ? BulkObstacle.Kind : this.obstacles.GetValueOrDefault(item.Id)).Where(reason => reason != BulkObstacle.None).Distinct();
            return string.Join(" ", reasons.Order().Select(reason => this.Words[$"bulk.why.{reason}"])) is { Length: > 0 } said ? said : null;
        }
    }

    private int Open => this.Feed.Items?.Count ?? 0;

    public void Dispose() => this.Feed.Changed -= this.OnFeed;

    protected override async Task OnInitializedAsync()
    {
        await this.LoadAsync();
        this.Feed.Changed += this.OnFeed;
    }

    protected override async Task OnParametersSetAsync()
    {
        this.Arrange();
        if (this.state.IsReady)
        {
            await this.LoadItemAsync();
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            this.me = (await this.Current.ActorAsync()).Person;
            this.rows.ShowAll(await this.Feed.GetAsync());
            this.state = LoadState.Ready;
            this.Arrange();
        }
#pragma warning disable CA1031 // Shown with a reference, and logged.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            this.state = LoadState.Failed(Failure.Of(unexpected, this.Log));
        }
    }

    /// <summary>Loads the selected item, or the first one where none is selected.</summary>
    private async Task LoadItemAsync()
    {
        var wanted = this.Item ?? this.visible.FirstOrDefault(row => !row.IsGone)?.Item.Id;
        if (wanted is null || wanted == this.view?.Item.Id || wanted == this.loading)
        {
            this.view = wanted is null ? null : this.view;
            return;
        }

        (this.loading, this.Item, this.comment) = (wanted, wanted, "");
        try
        {
            var loaded = await this.Views.LoadAsync(wanted.Value);
            if (this.loading == wanted)
            {
                (this.view, this.failure) = (loaded, null);
            }
        }
#pragma warning disable CA1031 // Shown in the pane, and logged.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            (this.view, this.failure) = (null, Failure.Of(unexpected, this.Log));
        }
        finally
        {
            this.loading = null;
        }
    }

    private void OnFeed(object? sender, EventArgs e) => _ = this.InvokeAsync(async () =>
    {
        this.rows.Take(this.Feed.Items ?? []);
        this.Arrange();
        if (!this.busy && this.view is { } shown && this.rows.Shown.Any(row => row.IsGone && row.Item.Id == shown.Item.Id))
        {
            // Somebody else decided what is being read: show what they did, and that nothing is left to do.
            this.view = await this.Views.LoadAsync(shown.Item.Id);
        }
        else if (this.view is null && !this.busy)
        {
            await this.LoadItemAsync();
        }

        this.StateHasChanged();
    });

    private void Arrange() => this.visible = [.. this.Filter.Apply(this.rows.Shown, this.Dues.StateOf, this.me)];

    private void ShowNews()
    {
        this.rows.ShowAll();
        this.Arrange();
    }

    private async Task OnTick((Guid Id, bool On) tick)
    {
        this.rows.Tick(tick.Id, tick.On);
        if (tick.On && !this.obstacles.ContainsKey(tick.Id))
        {
            var ticked = this.rows.Ticked.Select(item => item.Id).ToList();
            this.obstacles = await this.Gesture.RunAsync<BulkDecisions, IReadOnlyDictionary<Guid, BulkObstacle>>(bulk => bulk.CheckAsync(ticked, CancellationToken.None));
        }
    }

    private Task TickSelected() => this.Item is { } id ? this.OnTick((id, !this.rows.IsTicked(id))) : Task.CompletedTask;

    private void ClearTicks() => this.rows.ClearTicks();

    private void Move(int step)
    {
        var at = this.visible.ToList().FindIndex(row => row.Item.Id == this.Item);
        var next = Math.Clamp(at + step, 0, this.visible.Count - 1);
        if (next >= 0 && next < this.visible.Count)
        {
            this.Select(this.visible[next].Item.Id);
        }
    }

    private void Select(Guid? id) => this.Addresses.NavigateTo(this.Filter.Href(id), replace: true);

    private Task DecideAsync(WorkItemAnswer answer) => this.ActAsync(ItemActs.Decide(this.view!, answer));

    /// <summary>Acts on the item in the pane; when it is done, the next one takes its place.</summary>
    private async Task ActAsync(ItemAct act)
    {
        if (this.view is not { } shown || this.busy)
        {
            return;
        }

        var next = this.After(shown.Item.Id);
        this.busy = true;
        this.rows.Deciding(shown.Item.Id);
        var end = await this.Deciding.RunAsync(shown.Item, act);
        this.busy = false;
        if (end == DecisionEnd.Done)
        {
            this.view = next is null ? null : this.view;
            this.Select(next);
            return;
        }

        this.rows.NotDecided(shown.Item.Id);
        if (end is DecisionEnd.Outdated or DecisionEnd.Stays)
        {
            this.view = await this.Views.LoadAsync(shown.Item.Id);
        }
    }

    private Guid? After(Guid id)
    {
        var open = this.visible.Where(row => !row.IsGone).Select(row => row.Item.Id).ToList();
        var at = open.IndexOf(id);
        return at + 1 < open.Count ? open[at + 1] : at > 0 ? open[at - 1] : null;
    }

    /// <summary>Decides the ticked items one by one; the bar counts along.</summary>
    private async Task DecideManyAsync(BulkRun run)
    {
        this.busy = true;
        foreach (var item in run.Items)
        {
            this.rows.Deciding(item.Id);
            var refusal = await this.Deciding.DecideQuietlyAsync(item, run.Decision, run.Comment);
            if (refusal is not null)
            {
                this.rows.NotDecided(item.Id);
            }

            this.rows.Tick(item.Id, on: false);
            run.Report(item, refusal);
            await Task.Yield();
        }

        this.busy = false;
        await this.Feed.RefreshAsync();
        this.view = null;
        this.Select(this.visible.FirstOrDefault(row => !row.IsGone)?.Item.Id);
    }
}

using Backoffice.Data.Live;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;
using Forms.Directory;
using Microsoft.AspNetCore.Components;

namespace Backoffice.Web.Pages.Home;

/// <summary>What waits for the person, what they sent, and the numbers of both; live.</summary>
public sealed partial class HomePage
{
    private LoadState state = LoadState.Loading;
    private IReadOnlyList<WorkItemSummary> items = [];
    private IReadOnlyList<InstanceSummary> sent = [];
    private IDisposable? subscription;

    [Inject] private Gesture Gesture { get; set; } = null!;

    [Inject] private CurrentPerson Current { get; set; } = null!;

    [Inject] private InboxFeed Feed { get; set; } = null!;

    [Inject] private LiveChanges Live { get; set; } = null!;

    [Inject] private Moments Moments { get; set; } = null!;

    [Inject] private ILogger<HomePage> Log { get; set; } = null!;

    private Person? Me { get; set; }

    public void Dispose()
    {
        this.Feed.Changed -= this.OnFeed;
        this.subscription?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await this.LoadAsync();
        this.Feed.Changed += this.OnFeed;
        this.subscription = this.Live.Subscribe(this.OnLiveAsync);
    }

    private async Task LoadAsync()
    {
        this.state = LoadState.Loading;
        try
        {
            this.Me = await this.Current.GetAsync();
            this.items = await this.Feed.GetAsync();
            await this.LoadSentAsync();
            this.state = LoadState.Ready;
        }
#pragma warning disable CA1031 // Shown with a reference, and logged.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            this.state = LoadState.Failed(Failure.Of(failure, this.Log));
        }
    }

    private async Task LoadSentAsync() =>
        this.sent = await this.Gesture.RunAsync<WorkItemQueries, IReadOnlyList<InstanceSummary>>(
            queries => queries.SentAsync(this.Me!.Id, CancellationToken.None));

    private void OnFeed(object? sender, EventArgs e) => _ = this.InvokeAsync(() =>
    {
        this.items = this.Feed.Items ?? [];
        this.StateHasChanged();
    });

    /// <summary>An instance that the person sent may have moved without touching their inbox.</summary>
    private Task OnLiveAsync(LiveChange change)
    {
        if (change.Instance is { } instance && this.sent.Any(summary => summary.Id == instance))
        {
            _ = this.InvokeAsync(async () =>
            {
                await this.LoadSentAsync();
                this.StateHasChanged();
            });
        }

        return Task.CompletedTask;
    }
}

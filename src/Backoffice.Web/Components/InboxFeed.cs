using Backoffice.Data.Live;
using Backoffice.Data.Workflows;

namespace Backoffice.Web.Components;

/// <summary>
/// What waits for the person of this circuit, loaded once and kept current as others act; navigation, home and inbox
/// all show the same list. Scoped.
/// </summary>
public sealed partial class InboxFeed(Gesture gesture, CurrentPerson me, LiveChanges live, ILogger<InboxFeed> log) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private IDisposable? subscription;
    private Guid person;

    /// <summary>Raised after <see cref="Items"/> was replaced, on no particular thread.</summary>
    public event EventHandler? Changed;

    /// <summary>What is due first, then what waits longest; null until loaded.</summary>
    public IReadOnlyList<WorkItemSummary>? Items { get; private set; }

    /// <summary>Loads the list where that has not been done.</summary>
    public async Task<IReadOnlyList<WorkItemSummary>> GetAsync()
    {
        if (this.Items is null)
        {
            await this.RefreshAsync(onlyWhenMissing: true);
        }

        return this.Items!;
    }

    /// <summary>Loads the list again, after an act of the person.</summary>
    public Task RefreshAsync() => this.RefreshAsync(onlyWhenMissing: false);

    public void Dispose()
    {
        this.subscription?.Dispose();
        this.loading.Dispose();
    }

    private async Task RefreshAsync(bool onlyWhenMissing)
    {
        await this.loading.WaitAsync();
        try
        {
            if (onlyWhenMissing && this.Items is not null)
            {
                return;
            }

            this.person = (await me.GetAsync()).Id;
            this.subscription ??= live.Subscribe(this.OnLiveAsync);
            var items = await gesture.RunAsync<WorkItemQueries, IReadOnlyList<WorkItemSummary>>(
                queries => queries.InboxAsync(this.person, CancellationToken.None));
            this.Items = items;
        }
        finally
        {
            this.loading.Release();
        }

        this.Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The one who acted does not wait for the lists of others: the refresh runs on its own.</summary>
    private Task OnLiveAsync(LiveChange change)
    {
        if (change.Instance is not null && (change.People.Count == 0 || change.People.Contains(this.person)))
        {
            _ = this.RefreshQuietlyAsync();
        }

        return Task.CompletedTask;
    }

    private async Task RefreshQuietlyAsync()
    {
        try
        {
            await this.RefreshAsync();
        }
        catch (ObjectDisposedException)
        {
            // The page was closed meanwhile.
        }
#pragma warning disable CA1031 // Nobody waits for this refresh; the list stays as it was.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            this.LogFailure(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The inbox could not be refreshed")]
    private partial void LogFailure(Exception failure);
}

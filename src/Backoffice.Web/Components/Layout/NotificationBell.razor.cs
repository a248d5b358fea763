using Backoffice.Data.Live;
using Backoffice.Data.Notifications;

namespace Backoffice.Web.Components.Layout;

/// <summary>Counts and shows the notifications of the person of this circuit.</summary>
public sealed partial class NotificationBell
{
    private const int Shown = 8;

    private IDisposable? subscription;
    private IReadOnlyList<NotificationRow>? latest;
    private Guid person;
    private int unread;

    private string Label => this.unread == 0 ? Words["bell.open"] : Words["bell.unread", this.unread];

    public void Dispose() => this.subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        this.person = (await this.Me.GetAsync()).Id;
        await this.CountAsync();
        if (this.RendererInfo.IsInteractive)
        {
            this.subscription = this.Live.Subscribe(this.OnLiveAsync);
        }
    }

    private async Task CountAsync() =>
        this.unread = await this.Gesture.RunAsync<NotificationStore, int>(store => store.UnreadAsync(this.person, CancellationToken.None));

    private async Task OpenAsync()
    {
        this.latest = await this.Gesture.RunAsync<NotificationStore, IReadOnlyList<NotificationRow>>(
            store => store.LatestAsync(this.person, Shown, CancellationToken.None));
        if (this.unread > 0)
        {
            await this.Gesture.RunAsync<NotificationStore>(store => store.MarkReadAsync(this.person, CancellationToken.None));
            this.unread = 0;
        }
    }

    private Task OnLiveAsync(LiveChange change) => change.People.Contains(this.person)
        ? this.InvokeAsync(async () =>
        {
            await this.CountAsync();
            this.StateHasChanged();
        })
        : Task.CompletedTask;
}

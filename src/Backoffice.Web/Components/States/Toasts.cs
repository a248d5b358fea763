namespace Backoffice.Web.Components.States;

/// <summary>The toasts of one open page: at most three, the newest last. One per circuit; call from its renderer.</summary>
public sealed class Toasts(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan UndoLifetime = TimeSpan.FromSeconds(10);
    private readonly List<Toast> shown = [];

    public event EventHandler? Changed;

    public IReadOnlyList<Toast> Shown => this.shown;

    public void Done(string title, string? detail = null, string? href = null, Func<Task>? undo = null) => this.Show(new Toast("ok", title, detail) { Href = href, Undo = undo });

    public void Say(string title, string? detail = null, string? href = null) => this.Show(new Toast("info", title, detail) { Href = href });

    public void Refuse(string title, string? detail = null, string? href = null) => this.Show(new Toast("bad", title, detail) { Href = href });

    public void Close(Toast toast)
    {
        if (this.shown.Remove(toast))
        {
            this.Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    private void Show(Toast toast)
    {
        this.shown.Add(toast);
        if (this.shown.Count > 3)
        {
            this.shown.RemoveAt(0);
        }

        this.Changed?.Invoke(this, EventArgs.Empty);
        if (toast.Hue != "bad")
        {
            _ = this.CloseLaterAsync(toast);
        }
    }

    private async Task CloseLaterAsync(Toast toast)
    {
        await Task.Delay(toast.Undo is null ? Lifetime : UndoLifetime, clock);
        this.Close(toast);
    }
}

namespace Backoffice.Data.Notifications;

/// <summary>Something told to a person in the page.</summary>
public sealed class NotificationRow
{
    public Guid Id { get; set; }

    public Guid Person { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Code of the text: <c>notification.approved</c>; pages translate it.</summary>
    public required string Text { get; set; }

    /// <summary>Values of the text by position.</summary>
    public List<string> Arguments { get; set; } = [];

    /// <summary>Address in the product: <c>/work/…</c>.</summary>
    public string? Link { get; set; }

    public DateTimeOffset? ReadAt { get; set; }
}

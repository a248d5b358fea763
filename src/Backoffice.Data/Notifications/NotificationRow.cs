namespace Backoffice.Data.Notifications;

/// <summary>Something told to a person in the page.</summary>
public sealed class NotificationRow
{
    public Guid Id { get; set; }

    public Guid Person { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>In the language of the person when it was written.</summary>
    public required string Text { get; set; }

    /// <summary>Address in the product: <c>/records/contract/…</c>.</summary>
    public string? Link { get; set; }

    public DateTimeOffset? ReadAt { get; set; }
}

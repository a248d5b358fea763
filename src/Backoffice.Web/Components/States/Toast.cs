namespace Backoffice.Web.Components.States;

/// <summary>A short message about what the person just did. Errors stay until closed, the rest goes after six seconds, or ten with Undo.</summary>
/// <param name="Hue"><c>ok</c>, <c>info</c> or <c>bad</c>.</param>
public sealed record Toast(string Hue, string Title, string? Detail = null)
{
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Where Open leads; no button when absent.</summary>
    public string? Href { get; init; }

    /// <summary>Takes back what was done; a button, and the key Z, as long as the toast is shown. None when absent.</summary>
    public Func<Task>? Undo { get; init; }
}

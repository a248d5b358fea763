namespace Backoffice.Web.Components.States;

/// <summary>A short message about what the person just did. Errors stay until closed, the rest goes after six seconds.</summary>
/// <param name="Hue"><c>ok</c>, <c>info</c> or <c>bad</c>.</param>
public sealed record Toast(string Hue, string Title, string? Detail = null)
{
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Where Open leads; no button when absent.</summary>
    public string? Href { get; init; }
}

namespace Backoffice.Web.Components.Layout;

/// <summary>A page above the present one.</summary>
public sealed record Crumb(string Text, string Href);

namespace Backoffice.Data.Live;

/// <summary>Something that open pages may want to show at once.</summary>
/// <param name="People">Whom it concerns; empty is everybody.</param>
/// <param name="Instance">The workflow instance that moved.</param>
/// <param name="Form">Key of the form of the changed record.</param>
/// <param name="Record">The changed record; null when many of the form changed.</param>
public sealed record LiveChange(IReadOnlySet<Guid> People, Guid? Instance, string? Form, Guid? Record);

namespace Backoffice.Data.Definitions;

/// <summary>A kind of definition that can be published. Hosts register one for each kind that they know.</summary>
/// <param name="Name">Kept in the database: <c>form</c>, <c>workflow</c>, <c>print</c>.</param>
/// <param name="Type">A definition record that System.Text.Json reads and writes.</param>
public sealed record PublishedKind(string Name, Type Type);

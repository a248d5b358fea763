namespace Backoffice.Data.Records;

/// <summary>A record to choose in a link.</summary>
/// <param name="Detail">Its number; null when the form has none.</param>
public sealed record RecordOption(Guid Id, string Title, string? Detail);

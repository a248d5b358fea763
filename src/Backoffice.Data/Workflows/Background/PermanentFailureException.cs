namespace Backoffice.Data.Workflows.Background;

/// <summary>Something that will fail again however often it is tried.</summary>
internal sealed class PermanentFailureException(string message) : Exception(message);

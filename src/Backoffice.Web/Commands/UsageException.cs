namespace Backoffice.Web.Commands;

/// <summary>The command line was not understood; the message says what of it.</summary>
internal sealed class UsageException(string message) : Exception(message);

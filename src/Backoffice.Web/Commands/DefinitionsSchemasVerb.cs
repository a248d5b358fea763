namespace Backoffice.Web.Commands;

internal static class DefinitionsSchemasVerb
{
    internal static Task<int> RunAsync(Arguments arguments) => throw new NotSupportedException();
}

namespace Backoffice.Web.Commands;

internal static class DefinitionsCheckVerb
{
    internal static Task<int> RunAsync(Arguments arguments) => throw new NotSupportedException();
}

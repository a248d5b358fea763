namespace Backoffice.Web.Commands;

internal static class ImportVerb
{
    internal static Task<int> RunAsync(Arguments arguments) => throw new NotSupportedException();
}

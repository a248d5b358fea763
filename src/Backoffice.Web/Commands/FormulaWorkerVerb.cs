namespace Backoffice.Web.Commands;

internal static class FormulaWorkerVerb
{
    internal static Task<int> RunAsync(Arguments arguments) => throw new NotSupportedException();
}

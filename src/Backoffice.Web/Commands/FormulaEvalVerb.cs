namespace Backoffice.Web.Commands;

internal static class FormulaEvalVerb
{
    internal static Task<int> RunAsync(Arguments arguments) => throw new NotSupportedException();
}

using Forms.Formulas;

namespace Backoffice.Web.Commands;

/// <summary>A formula worker: nothing of the web or the database is touched on the way here.</summary>
internal static class FormulaWorkerVerb
{
    internal static Task<int> RunAsync(Arguments arguments) =>
        Task.FromResult(FormulaWorker.Run(Console.OpenStandardInput(), Console.OpenStandardOutput()));
}

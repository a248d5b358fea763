using Backoffice.Web.Hosting;
using Forms.Definitions;
using Forms.Formulas;

namespace Backoffice.Web.Commands;

/// <summary>Names every problem of a folder of definitions, formulas included, one a line, ready for an editor to jump to.</summary>
internal static class DefinitionsCheckVerb
{
    internal static async Task<int> RunAsync(Arguments arguments)
    {
        var folder = arguments.Words is [var given] ? given : ProductFolders.Definitions;
        await using var workers = new FormulaWorkers(BackofficeServices.WorkerOptions(), TimeProvider.System);
        return await new DefinitionsCheck(ProductKinds.All, workers.AnalyzeAsync).RunAsync(Path.GetFullPath(folder), Console.Out, CancellationToken.None);
    }
}

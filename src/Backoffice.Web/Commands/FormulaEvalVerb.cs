using System.Text;
using Backoffice.Web.Hosting;
using Forms.Formulas;

namespace Backoffice.Web.Commands;

/// <summary>Evaluates formulas from standard input, as the server would.</summary>
internal static class FormulaEvalVerb
{
    internal static async Task<int> RunAsync(Arguments arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { NewLine = "\n" };
        await using var workers = new FormulaWorkers(BackofficeServices.WorkerOptions(), TimeProvider.System);
        return await FormulaEvalCommand.RunAsync(input, output, workers, CancellationToken.None);
    }
}

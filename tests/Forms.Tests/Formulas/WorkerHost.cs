using System.Runtime.CompilerServices;
using Forms.Formulas;

namespace Forms.Tests.Formulas;

/// <summary>
/// Lets this test executable act as a formula worker: started with <c>formula worker</c> (or <c>formula eval</c>), it never
/// gets to the test runner's own entry point.
/// </summary>
internal static class WorkerHost
{
    public static (string FileName, string[] Arguments) Command =>
        (Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Forms.Tests.exe" : "Forms.Tests"), ["formula", "worker"]);

#pragma warning disable CA2255 // A module initializer in an executable is what runs before its generated entry point.
    [ModuleInitializer]
    internal static void Run()
    {
        var arguments = Environment.GetCommandLineArgs();
        if (arguments is [_, "formula", "worker", ..])
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            Environment.Exit(FormulaWorker.Run(input, output));
        }

        if (arguments is [_, "formula", "eval", ..])
        {
            // No async method of this module: its continuations would wait for the initializer to end.
            var workers = new FormulaWorkers(new FormulaWorkerOptions { Command = Command }, TimeProvider.System);
            Environment.Exit(FormulaEvalCommand.RunAsync(Console.In, Console.Out, workers, CancellationToken.None).GetAwaiter().GetResult());
        }
    }
#pragma warning restore CA2255
}

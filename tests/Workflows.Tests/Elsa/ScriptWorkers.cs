using System.Runtime.CompilerServices;
using Forms.Formulas;

namespace Workflows.Tests.Elsa;

/// <summary>Formula workers for scripts: this test executable, started with <c>formula worker</c>, acts as one.</summary>
internal static class ScriptWorkers
{
    private static readonly Lazy<FormulaWorkers> Shared = new(() => new FormulaWorkers(
        new FormulaWorkerOptions
        {
            Command = (Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Workflows.Tests.exe" : "Workflows.Tests"), ["formula", "worker"]),
            Deadline = TimeSpan.FromSeconds(10),
        },
        TimeProvider.System));

    public static FormulaResult Evaluate(FormulaCall call) =>
        Shared.Value.EvaluateAsync([call], CancellationToken.None).GetAwaiter().GetResult()[0];

#pragma warning disable CA2255 // A module initializer in an executable is what runs before its generated entry point.
    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetCommandLineArgs() is [_, "formula", "worker", ..])
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            Environment.Exit(FormulaWorker.Run(input, output));
        }
    }
#pragma warning restore CA2255
}

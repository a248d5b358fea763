using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Forms.Formulas.Workers;

/// <summary>How a worker process is started: our own executable, next to nothing in its environment, a capped heap.</summary>
internal static class WorkerStart
{
    private static readonly string[] Kept = ["DOTNET_ROOT", "DOTNET_ROOT_X64", "SystemRoot", "LD_LIBRARY_PATH"];

    public static ProcessStartInfo Create(FormulaWorkerOptions options)
    {
        var (fileName, arguments) = options.Command ?? Default();
        var start = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var name in Kept)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                start.Environment[name] = value;
            }
        }

        var limit = (long)options.MemoryLimitMegabytes << 20;
        start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        start.Environment["TZ"] = "UTC";
        return start;
    }

    private static (string FileName, string[] Arguments) Default()
    {
        var executable = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this executable is not known.");
        return string.Equals(Path.GetFileNameWithoutExtension(executable), "dotnet", StringComparison.OrdinalIgnoreCase)
            ? (executable, [Assembly.GetEntryAssembly()!.Location, "formula", "worker"])
            : (executable, ["formula", "worker"]);
    }
}

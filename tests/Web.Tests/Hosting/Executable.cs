using System.Diagnostics;

namespace Web.Tests.Hosting;

/// <summary>The real executable, as a process of its own.</summary>
internal static class Executable
{
    internal static Process Start(IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Backoffice.Web"), arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    /// <summary>Runs it to its end.</summary>
    internal static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return (process.ExitCode, await output, await errors);
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Data.Tests.Workflows.Shell.Storm;

/// <summary>One life of the node: started, and killed (SIGKILL) at a random moment.</summary>
internal sealed record StormProcess(IReadOnlyList<string> Said)
{
    /// <summary>Acts that the process had answered with success.</summary>
    internal IEnumerable<string> Accepted => this.Of("done");

    internal IEnumerable<string> Tried => this.Of("try");

    internal IEnumerable<string> Errors => this.Said.Where(line => line.StartsWith("error ", StringComparison.Ordinal));

    /// <param name="acts">It is killed when so many acts were accepted.</param>
    /// <param name="more">How much longer it lives, so that the kill falls anywhere.</param>
    internal static async Task<StormProcess> RunAsync(string database, int smtpPort, TimeSpan clock, int seed, int acts, TimeSpan more)
    {
        var info = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Data.Tests")) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { StormClients.Verb, database, Text(smtpPort), Text((int)clock.TotalMinutes), Text(seed) })
        {
            info.ArgumentList.Add(argument);
        }

        // It does not live long enough to gain from what it would measure.
        info.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(info)!;
        var wrong = process.StandardError.ReadToEndAsync();
        var said = new List<string>();
        var killed = Task.CompletedTask;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if ((line == "ready" || line.StartsWith("done ", StringComparison.Ordinal)) && acts-- == 0)
            {
                killed = KillAsync(process, more);
            }
        }

        await killed;
        await process.WaitForExitAsync();
        const int Killed = 137;
        Assert.True(process.ExitCode == Killed, $"Ended with {process.ExitCode} before it was killed: {await wrong}");

        // The last line may be half of one.
        return new StormProcess(said);
    }

    private static async Task KillAsync(Process process, TimeSpan more)
    {
        await Task.Delay(more);
        process.Kill();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Of(string word) =>
        this.Said.Where(line => line.StartsWith(word + " ", StringComparison.Ordinal) && line.Length == word.Length + 33).Select(line => line[(word.Length + 1)..]);
}

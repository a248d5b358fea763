using System.Diagnostics;
using System.Globalization;
using Backoffice.Data;
using Workflows.WorkItems;

namespace Data.Tests.Workflows;

/// <summary>
/// This test executable started again as <c>approve-until-killed DATABASE STATEMENT</c>: Gao Min approves what waits, and
/// the process dies before that statement.
/// </summary>
internal static class KilledProcess
{
    internal const string Verb = "approve-until-killed";

    /// <summary>Exit code of a process that lived through the command.</summary>
    internal const int Survived = 0;

    internal static async Task<int> RunAsync(string database, int statement)
    {
        var info = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Data.Tests")) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { Verb, database, statement.ToString(CultureInfo.InvariantCulture) })
        {
            info.ArgumentList.Add(argument);
        }

        using var process = Process.Start(info)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        const int Killed = 137;
        Assert.True(process.ExitCode is Survived or Killed, $"Ended with {process.ExitCode}: {said}");
        return process.ExitCode;
    }

    internal static async Task ApproveAsync(string database, int statement)
    {
        var kill = new KillAtStatement(statement);
        await using var world = await ApprovalWorld.OpenAsync(KillTests.Options(database), TimeProvider.System, kill);
        var item = (await world.InboxAsync("gao"))[0];
        kill.Armed = true;
        await world.DecideAsync("gao", item.Id, WorkItemDecision.Approve, "Fine");
    }
}

using System.Diagnostics;
using System.Globalization;
using Backoffice.Web.Commands;
using Backoffice.Web.Hosting;
using Data.Tests.Workflows;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests.Hosting;

/// <summary>
/// This test executable started again as <c>install-until-killed STATEMENT SETTINGS</c>: it makes an installation ready,
/// and dies before that statement.
/// </summary>
internal static class KilledInstallation
{
    internal const string Verb = "install-until-killed";

    /// <summary>Exit code of a process that came to the end.</summary>
    internal const int Survived = 0;

    private const int Killed = 137;

    /// <returns>Whether it came to the end.</returns>
    internal static async Task<bool> RunAsync(int statement, IEnumerable<string> settings)
    {
        using var process = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "Web.Tests"),
            [Verb, statement.ToString(CultureInfo.InvariantCulture), .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        Assert.True(process.ExitCode is Survived or Killed, $"Ended with {process.ExitCode}: {await output}{await errors}");
        return process.ExitCode == Survived;
    }

    internal static async Task PrepareAsync(int statement, string[] settings)
    {
        var kill = new KillAtStatement(statement) { Armed = true };
        await using var app = WebHost.Build(Arguments.Parse(Verbs.Serve, settings), builder => builder.Services.AddSingleton<IInterceptor>(kill));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Installation>().PrepareAsync(withDemo: true, CancellationToken.None);
    }
}

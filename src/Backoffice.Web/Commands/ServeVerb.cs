using Backoffice.Web.Hosting;
using Backoffice.Web.Hosting.Accounts;
using Forms.Problems;

namespace Backoffice.Web.Commands;

/// <summary>Makes the installation ready, serves it, and says where.</summary>
internal static class ServeVerb
{
    internal static async Task<int> RunAsync(Arguments arguments)
    {
        await using var app = WebHost.Build(arguments);
        try
        {
            var report = await PrepareAsync(app.Services, withDemo: !arguments.Has("no-demo"), CancellationToken.None);
            await app.StartAsync();
            Announce(app, report);
        }
        catch (RefusalException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message + "\n" + string.Join('\n', refusal.Problems));
            return 1;
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync("Another program listens there already: " + taken.Message + " Choose another address with --urls.");
            return 1;
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    internal static async Task<InstallationReport> PrepareAsync(IServiceProvider services, bool withDemo, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Installation>().PrepareAsync(withDemo, ct);
    }

    private static void Announce(WebApplication app, InstallationReport report)
    {
        var file = app.Services.GetRequiredService<BackofficeSettings>().AccountsFile;
        Console.WriteLine($"\nBackoffice is ready: {string.Join(' ', app.Urls)}\n");
        if (report.NewAccounts.Count > 0)
        {
            Console.WriteLine(AccountList.Text(report.NewAccounts));
            Console.WriteLine($"These passwords were made for this database and are kept in {file}, which only you can read.");
        }
        else if (File.Exists(file))
        {
            Console.WriteLine($"Accounts and passwords: {file} (only you can read it).");
        }

        Console.WriteLine("Stop with Ctrl+C.");
    }
}

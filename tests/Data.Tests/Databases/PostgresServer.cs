using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Data.Tests.Databases;

/// <summary>
/// The PostgreSQL of this run: the one of BACKOFFICE_TEST_POSTGRES, or a private one, started from Debian's binaries in
/// a temporary folder on a free port of 127.0.0.1, and stopped when the process ends.
/// </summary>
internal static class PostgresServer
{
    private const string Variable = "BACKOFFICE_TEST_POSTGRES";

    private static readonly Lazy<Task<string>> Running = new(StartAsync);

    internal static string? Missing => Configured is null && Binaries is null
        ? $"PostgreSQL is not installed (apt-get install postgresql) and {Variable} holds no connection string."
        : null;

    private static string? Configured => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection ? connection : null;

    private static string? Binaries => System.IO.Directory.Exists("/usr/lib/postgresql")
        ? System.IO.Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin")).Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Max(StringComparer.Ordinal)
        : null;

    internal static Task<string> ConnectionStringAsync() => Configured is { } configured ? Task.FromResult(configured) : Running.Value;

    private static async Task<string> StartAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("backoffice-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        if (Environment.UserName == "root")
        {
            // PostgreSQL refuses to run as root.
            await RunAsync("chown", "postgres", folder);
        }

        await RunAsUserAsync("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        var port = FreePort();
        await RunAsUserAsync(
            "pg_ctl", "start", "-w", "-D", data, "-l", Path.Combine(folder, "log"),
            "-o", $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(data, folder);
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Include Error Detail=true";
    }

    private static void Stop(string data, string folder)
    {
        using var stopped = Process.Start(AsUser("pg_ctl", "stop", "-D", data, "-m", "immediate"));
        stopped?.WaitForExit();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task RunAsUserAsync(string program, params string[] arguments) => RunAsync(AsUser(program, arguments));

    private static ProcessStartInfo AsUser(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        return Environment.UserName == "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments]) { WorkingDirectory = "/" }
            : new ProcessStartInfo(path, arguments);
    }

    private static Task RunAsync(string program, params string[] arguments) => RunAsync(new ProcessStartInfo(program, arguments));

    private static async Task RunAsync(ProcessStartInfo start)
    {
        // Not redirected: the server would inherit the pipes and keep them open.
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.");
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bench.Spine;

/// <summary>The product as a process of its own, on a free port, with data in a folder of its own.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly Process running;

    private Product(Process process, Uri address)
    {
        this.running = process;
        this.Address = address;
    }

    internal Uri Address { get; }

    /// <summary>The product as it was built beside this, in the same configuration.</summary>
    internal static string Assembly { get; } = FindAssembly();

    /// <summary>Starts the product and waits for the first page.</summary>
    internal static async Task<(Product Product, double Seconds)> StartAsync(string data)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Stopwatch.GetTimestamp();
        var process = Run(data, "serve", "--urls", address.ToString().TrimEnd('/'));
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var product = new Product(process, address);
        using var http = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                using var page = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
                if (page.StatusCode == HttpStatusCode.OK)
                {
                    return (product, Stopwatch.GetElapsedTime(start).TotalSeconds);
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>Runs a verb to its end.</summary>
    internal static async Task<string> VerbAsync(string data, params string[] arguments)
    {
        using var process = Run(data, arguments);
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}: {text}");
    }

    public async ValueTask DisposeAsync()
    {
        this.running.Kill(entireProcessTree: true);
        await this.running.WaitForExitAsync();
        this.running.Dispose();
    }

    private static Process Run(string data, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        info.ArgumentList.Add(Assembly);
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        info.Environment["Data__Folder"] = data;
        return Process.Start(info) ?? throw new InvalidOperationException("The product did not start.");
    }

    private static string FindAssembly()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Backoffice.sln")))
        {
            root = root.Parent;
        }

        return Path.Combine(root?.FullName ?? string.Empty, "src", "Backoffice.Web", "bin", output.Parent!.Name, output.Name, "Backoffice.Web.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

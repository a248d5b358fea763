using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Data.Tests.Workflows.Shell;

/// <summary>An HTTP server on loopback that answers as a test says and keeps what it was asked.</summary>
internal sealed class LoopbackHttp : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackHttp(WebApplication app) => this.app = app;

    /// <summary>In the order of their coming.</summary>
    internal ConcurrentQueue<Asked> Requests { get; } = new();

    internal string Address => this.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <param name="answer">Gets the number of the request, from 1.</param>
    internal static async Task<LoopbackHttp> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackHttp(builder.Build());
        server.app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            server.Requests.Enqueue(new Asked(context.Request.Method, context.Request.Path + context.Request.QueryString, headers, await reader.ReadToEndAsync()));
            await answer(context, server.Requests.Count);
        });
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Answers every request with a status and a text.</summary>
    internal static Task<LoopbackHttp> StartAsync(int status, string text) => StartAsync((context, _) =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text);
    });

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await this.app.StopAsync(now.Token);
        await this.app.DisposeAsync();
    }

    internal sealed record Asked(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests.Hosting;

/// <summary>
/// The product with the small pack of the tests, whose requests are due in two hours and then approved by themselves, and a
/// clock that can be put forward.
/// </summary>
public sealed class LateBackoffice() : BackofficeHost(Packs.Path)
{
    private static readonly TemporaryFolder Packs = Copied();

    private readonly ForwardTime time = new();

    /// <summary>It is later now by so much; timers go on in real time.</summary>
    public void Advance(TimeSpan by) => this.time.By += by;

    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(this.time);

    private static TemporaryFolder Copied()
    {
        const string Signers = "\"signers\": [{ \"rule\": \"manager\", \"of\": \"owner\" }]";
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        foreach (var file in Directory.GetFiles(RunningBackoffice.Packs, "*", SearchOption.AllDirectories))
        {
            var text = System.IO.File.ReadAllText(file);
            folder.Write(
                System.IO.Path.GetRelativePath(RunningBackoffice.Packs, file),
                text.Replace(Signers, Signers + ", \"deadline\": { \"after\": \"2h\", \"tiers\": [{ \"act\": \"approve\" }] }", StringComparison.Ordinal));
        }

        return folder;
    }

    private sealed class ForwardTime : TimeProvider
    {
        internal TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + this.By;
    }
}

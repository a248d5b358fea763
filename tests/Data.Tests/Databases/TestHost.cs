using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Forms.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Data.Tests.Databases;

/// <summary>The data layer as a host composes it, with a clock of its own and formulas in C#.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public TestHost(DatabaseOptions options)
    {
        this.Options = options;
        this.Time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        this.services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(this.Time)
            .AddSingleton<EvaluateFormulas>(SampleFormulas.EvaluateAsync)
            .AddSingleton<AnalyzeFormula>(SampleFormulas.AnalyzeAsync)
            .AddBackofficeData(options)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = false, ValidateOnBuild = true });
    }

    public DatabaseOptions Options { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    public RecordStore Records => this.services.GetRequiredService<RecordStore>();

    public AttachmentStore Files => this.services.GetRequiredService<AttachmentStore>();

    public UnitOfWork Work => this.services.GetRequiredService<UnitOfWork>();

    public PublishedDefinitions Published => this.services.GetRequiredService<PublishedDefinitions>();

    public DirectoryStore Directory => this.services.GetRequiredService<DirectoryStore>();

    public T Get<T>()
        where T : notnull => this.services.GetRequiredService<T>();

    public Task StartAsync() => this.Get<DatabaseStartup>().RunAsync(SampleDefinitions.Set(), CancellationToken.None);

    /// <summary>The person of a key, on a page.</summary>
    public async Task<Actor> ActorAsync(string key, ChangeSource source = ChangeSource.Page) =>
        new((await this.Directory.GetAsync(CancellationToken.None)).PersonByKey(key)!.Id, source);

    public ValueTask DisposeAsync() => this.services.DisposeAsync();
}

using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Data.Demo;
using Forms.Definitions.Demo;
using Forms.Formulas;

namespace Backoffice.Web.Hosting;

/// <summary>Plays the demos of all packs into a new database, with stores of its own whose clock tells the demo's time.</summary>
internal sealed class DemoCompany(BackofficeSettings settings, PublishedDefinitions published, FormulaWorkers formulas, TimeProvider time)
{
    internal async Task PlayAsync(CancellationToken ct)
    {
        if (!published.Current.All<DemoDefinition>().Any())
        {
            return;
        }

        var services = new ServiceCollection();
        var clock = new DemoClock(time.GetUtcNow());
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddFormulas(_ => formulas);
        services.AddStores(settings.Database);
        services.AddScoped<DemoPlayer>();
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<PublishedDefinitions>().LoadAsync(ct);
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoPlayer>().PlayAsync(ct);
    }
}

using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Data.Demo;
using Forms.Formulas;

namespace Backoffice.Web.Hosting;

/// <summary>Plays the demos that a new database is to have, with stores of its own whose clock tells the demo's time.</summary>
internal sealed class DemoCompany(BackofficeSettings settings, BackofficeDbFactory database, FormulaWorkers formulas, TimeProvider time)
{
    internal async Task PlayAsync(CancellationToken ct)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddFormulas(_ => formulas);
        services.AddStores(settings.Database);
        services.AddDemo(database, time);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<PublishedDefinitions>().LoadAsync(ct);
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoPlayer>().PlayAsync(ct);
    }
}

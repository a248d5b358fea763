using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Data.Demo;

/// <summary>Registers what plays the demo.</summary>
public static class DemoRegistration
{
    /// <summary>Adds the player to a data layer of its own, which writes to the product's database but lives in the demo's time.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, BackofficeDbFactory product, TimeProvider time)
    {
        var clock = new DemoClock(time.GetUtcNow());
        var progress = new DemoProgress();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(product.With(progress));
        services.AddScoped(provider => new DemoStepPlayer(
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<WorkflowCommands>(),
            provider.GetRequiredService<WorkItemQueries>(),
            provider.GetRequiredService<Definitions.PublishedDefinitions>(),
            provider.GetRequiredService<Directory.DirectoryStore>(),
            clock));
        services.AddScoped(provider => new DemoPlayer(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<Definitions.PublishedDefinitions>(),
            provider.GetRequiredService<DemoStepPlayer>(),
            progress));
        return services;
    }
}

using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Live;
using Backoffice.Data.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Data;

/// <summary>Registers the data layer.</summary>
public static class BackofficeData
{
    /// <summary>Adds stores, unit of work, and a scoped <see cref="BackofficeDb"/> for Identity.</summary>
    public static IServiceCollection AddBackofficeData(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<LiveChanges>();
        services.AddSingleton<PublishedDefinitions>();
        services.AddSingleton<DirectoryStore>();
        services.AddSingleton<UnitOfWork>();
        services.AddScoped<RecordStore>();
        services.AddScoped<AttachmentStore>();
        return services;
    }
}

using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Live;
using Backoffice.Data.Records;
using Forms.Conditions;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Data.Workflows;

/// <summary>Registers the workflow shell.</summary>
internal static class WorkflowRegistration
{
    internal static IServiceCollection AddWorkflows(this IServiceCollection services)
    {
        services.AddSingleton<CompiledWorkflows>();
        services.AddScoped<InstanceRecords>();
        services.AddScoped<InstancePlanner>();
        services.AddScoped<RecordTexts>();
        services.AddScoped<RecordSummaries>();
        services.AddScoped<WorkflowMessages>();
        services.AddScoped<InstanceCommit>();
        services.AddScoped<InstanceViews>();

        // Their parts are ours alone, so their constructors are internal, which the container cannot call.
        services.AddScoped(provider => new WorkflowCommands(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<CompiledWorkflows>(),
            provider.GetRequiredService<InstancePlanner>(),
            provider.GetRequiredService<InstanceCommit>(),
            provider.GetRequiredService<InstanceRecords>()));
        services.AddScoped(provider => new WorkItemQueries(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<DirectoryStore>(),
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<CompiledWorkflows>(),
            provider.GetRequiredService<RecordSummaries>(),
            provider.GetRequiredService<InstanceViews>()));
        return services;
    }
}

using Backoffice.Data.Definitions;
using Backoffice.Data.Definitions.Drafts;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows.Background;
using Forms.Conditions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Backoffice.Data.Workflows;

/// <summary>Registers the workflow shell.</summary>
internal static class WorkflowRegistration
{
    internal static IServiceCollection AddWorkflows(this IServiceCollection services)
    {
        services.AddSingleton<CompiledWorkflows>();
        services.AddSingleton<DelegationStore>();
        services.AddScoped<InstanceRecords>();
        services.AddScoped<InstancePlanner>();
        services.AddScoped<InstanceCommands>();
        services.AddScoped<InstanceEffects>();
        services.AddScoped<InstanceOutbox>();
        services.AddScoped<RecordTexts>();
        services.AddScoped<RecordSummaries>();
        services.AddScoped<WorkflowMessages>();
        services.AddScoped<InstanceCommit>();
        services.AddScoped<InstanceViews>();
        services.AddScoped<WorkItemDetailsMaker>();

        // Their parts are ours alone, so their constructors are internal, which the container cannot call.
        services.AddScoped(provider => new DraftTrials(
            provider.GetRequiredService<InstancePlanner>(),
            provider.GetRequiredService<PublishedDefinitions>(),
            provider.GetRequiredService<DirectoryStore>(),
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new WorkflowCommands(
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<CompiledWorkflows>(),
            provider.GetRequiredService<InstanceCommands>(),
            provider.GetRequiredService<InstanceRecords>()));
        services.AddScoped(provider => new InstanceAdministration(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<CompiledWorkflows>(),
            provider.GetRequiredService<InstanceCommands>(),
            provider.GetRequiredService<DirectoryStore>()));
        services.AddScoped(provider => new WorkflowEvents(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<InstanceCommands>()));
        services.AddScoped(provider => new WorkItemQueries(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<DirectoryStore>(),
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<CompiledWorkflows>(),
            provider.GetRequiredService<RecordSummaries>(),
            provider.GetRequiredService<InstanceViews>(),
            provider.GetRequiredService<WorkItemDetailsMaker>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new BulkDecisions(
            provider.GetRequiredService<WorkflowCommands>(),
            provider.GetRequiredService<CompiledWorkflows>(),
            provider.GetRequiredService<InstanceRecords>(),
            provider.GetRequiredService<PublishedDefinitions>(),
            provider.GetRequiredService<ConditionEvaluator>(),
            provider.GetRequiredService<UnitOfWork>()));
        services.AddScoped(provider => new InstanceQueries(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<DirectoryStore>(),
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<PublishedDefinitions>(),
            provider.GetRequiredService<CompiledWorkflows>(),
            provider.GetRequiredService<RecordSummaries>(),
            provider.GetRequiredService<InstanceViews>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new ProxyDecisions(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<DirectoryStore>(),
            provider.GetRequiredService<RecordSummaries>()));
        services.AddScoped(provider => new OutboxStore(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<DirectoryStore>(),
            provider.GetRequiredService<CompiledWorkflows>(),
            provider.GetRequiredService<OutboxSignal>(),
            provider.GetRequiredService<TimeProvider>()));
        return services.AddBackground();
    }

    /// <summary>What runs without a person. The host adds <see cref="WorkflowService"/> as a hosted service where it serves.</summary>
    private static IServiceCollection AddBackground(this IServiceCollection services)
    {
        services.TryAddSingleton(new MailOptions());
        services.TryAddSingleton(new CallOptions());
        services.AddHttpClient(HttpCaller.ClientName, client => client.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<DueWaits>();
        services.AddSingleton<OutboxWorker>();
        services.AddSingleton(provider => new Schedules(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<CompiledWorkflows>(),
            provider.GetRequiredService<PublishedDefinitions>(),
            provider.GetRequiredService<DirectoryStore>(),
            provider.GetRequiredService<OutboxSignal>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Schedules>>()));
        services.AddSingleton<WorkflowService>();
        services.AddSingleton<Triggers>();
        services.AddSingleton<StepEdits>();
        services.AddScoped<MailSender>();
        services.AddScoped<HttpCaller>();
        services.AddScoped<InstanceStarter>();
        return services;
    }
}

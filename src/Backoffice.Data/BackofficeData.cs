using Backoffice.Data.Definitions;
using Backoffice.Data.Definitions.Drafts;
using Backoffice.Data.Directory;
using Backoffice.Data.Keys;
using Backoffice.Data.Live;
using Backoffice.Data.Notifications;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Backoffice.Data.Workflows.Background;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Definitions.Calendars;
using Forms.Records;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Backoffice.Data;

/// <summary>Registers the data layer.</summary>
public static class BackofficeData
{
    /// <summary>
    /// Adds stores, unit of work, data protection keys, and a scoped <see cref="BackofficeDb"/> for Identity. The host
    /// adds logging, the formula workers (<see cref="EvaluateFormulas"/>, <see cref="AnalyzeFormula"/>), and a
    /// <see cref="PublishedKind"/> for each kind of definition beside forms and calendars.
    /// </summary>
    public static IServiceCollection AddBackofficeData(this IServiceCollection services, DatabaseOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<BackofficeDbFactory>();
        services.AddSingleton(new PublishedKind("form", typeof(FormDefinition)));
        services.AddSingleton(new PublishedKind("calendar", typeof(CalendarDefinition)));
        services.AddSingleton(new PublishedKind("holidays", typeof(HolidaySetDefinition)));
        services.AddSingleton<PublishedDefinitions>();
        services.AddSingleton<UnitOfWork>();
        services.AddSingleton<DirectoryStore>();
        services.AddSingleton<WorkflowDrafts>();
        services.AddSingleton<DraftProblems>();
        services.AddSingleton<DatabaseStartup>();
        services.AddSingleton<LiveChanges>();
        services.AddSingleton<NotificationStore>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, DatabaseKeyRing>();
        services.AddScoped(provider => provider.GetRequiredService<BackofficeDbFactory>().Create(provider.GetRequiredService<PublishedDefinitions>().Schema));
        return services.AddRecords().AddWorkflows();
    }

    private static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddSingleton<RecordCalculator>();
        services.AddSingleton(Linked);
        services.AddSingleton<ConditionEvaluator>();
        services.AddSingleton<RecordValidator>();
        services.AddSingleton<RecordDrafts>();

        // Their parts are ours alone, so their constructors are internal, which the container cannot call.
        services.AddSingleton(provider => new RecordWriter(
            provider.GetRequiredService<RecordDrafts>(),
            provider.GetRequiredService<DirectoryStore>(),
            provider.GetRequiredService<StepEdits>(),
            provider.GetRequiredService<Triggers>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new RecordStore(
            provider.GetRequiredService<UnitOfWork>(),
            provider.GetRequiredService<PublishedDefinitions>(),
            provider.GetRequiredService<DirectoryStore>(),
            provider.GetRequiredService<RecordDrafts>(),
            provider.GetRequiredService<RecordWriter>(),
            provider.GetRequiredService<LiveChanges>()));
        services.AddScoped<AttachmentStore>();
        return services;
    }

    private static LinkedRecords Linked(IServiceProvider provider)
    {
        var published = provider.GetRequiredService<PublishedDefinitions>();
        var work = provider.GetRequiredService<UnitOfWork>();
        return new LinkedRecords(
            form => published.Current.Find<FormDefinition>(form),
            (form, ids, ct) => work.ReadAsync((db, cancel) => RecordReader.FindManyAsync(db, form, ids, whole: false, cancel), ct));
    }
}

using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Data.Import;
using Backoffice.Data.Workflows.Background;
using Backoffice.Web.Api;
using Backoffice.Web.Components;
using Backoffice.Web.Hosting.Accounts;
using Forms.Formulas;
using Forms.Records;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Radzen;
using Reports.Print;

namespace Backoffice.Web.Hosting;

/// <summary>Everything that pages, API and command line share, listed by hand.</summary>
internal static class BackofficeServices
{
    internal static IServiceCollection AddBackoffice(this IServiceCollection services, BackofficeSettings settings)
    {
        services.AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings.Mail);
        services.AddSingleton(settings.Calls);
        services.AddStores(settings.Database);
        services.AddSingleton(provider => new FormulaWorkers(WorkerOptions(), provider.GetRequiredService<TimeProvider>()));
        services.AddFormulas(provider => provider.GetRequiredService<FormulaWorkers>());
        services.AddScoped<Importer>();
        services.AddDataProtection().SetApplicationName("Backoffice");
        services.AddAccounts();
        services.AddScoped<DemoCompany>();
        services.AddScoped<Installation>();
        return services;
    }

    /// <summary>The data layer with the kinds of definitions that it keeps. Needs a clock and <see cref="AddFormulas"/>.</summary>
    internal static void AddStores(this IServiceCollection services, DatabaseOptions database)
    {
        services.AddBackofficeData(database);
        foreach (var kind in ProductKinds.Published)
        {
            services.AddSingleton(kind);
        }
    }

    /// <summary>How the data layer asks formula workers.</summary>
    internal static void AddFormulas(this IServiceCollection services, Func<IServiceProvider, FormulaWorkers> workers)
    {
        services.AddSingleton<EvaluateFormulas>(provider => (calls, ct) =>
        {
            // Business days in formulas are those of the company.
            var dates = provider.GetRequiredService<PublishedDefinitions>().Calendars.Default.Dates;
            return workers(provider).EvaluateAsync([.. calls.Select(call => call with { WorkingDates = call.WorkingDates ?? dates })], ct);
        });
        services.AddSingleton<AnalyzeFormula>(provider => workers(provider).AnalyzeAsync);
    }

    /// <summary>Workers are this executable, also when another one (a test, a benchmark) hosts the product.</summary>
    internal static FormulaWorkerOptions WorkerOptions()
    {
        var executable = Path.Combine(AppContext.BaseDirectory, "Backoffice.Web" + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));
        return new FormulaWorkerOptions { Command = File.Exists(executable) ? (executable, ["formula", "worker"]) : null };
    }

    internal static IServiceCollection AddServing(this IServiceCollection services)
    {
        services.AddBackofficeApi();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddSingleton<PrintComposer>();
        services.AddSingleton(_ => new PdfPrinter());
        services.AddHostedService<WarmUp>();
        services.AddHostedService(provider => provider.GetRequiredService<WorkflowService>());
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddScoped<AuthenticationStateProvider, AccountWatch>();
        services.AddRadzenComponents();
        services.AddPages();
        return services;
    }
}

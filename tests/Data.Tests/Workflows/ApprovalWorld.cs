using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Forms.Definitions;
using Forms.Formulas;
using Forms.Records;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Data.Tests.Workflows;

/// <summary>The approval company on a database of its own, with the real shell.</summary>
internal sealed class ApprovalWorld : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private ApprovalWorld(ServiceProvider services) => this.provider = services;

    internal UnitOfWork Work => this.provider.GetRequiredService<UnitOfWork>();

    internal static async Task<ApprovalWorld> OpenAsync(DatabaseOptions options, TimeProvider time, IInterceptor? interceptor = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time);
        services.AddSingleton<EvaluateFormulas>((_, _) => throw new InvalidOperationException("This company has no formulas."));
        services.AddSingleton<AnalyzeFormula>((_, _) => throw new InvalidOperationException("This company has no formulas."));
        if (interceptor is not null)
        {
            services.AddSingleton(interceptor);
        }

        services.AddSingleton(new PublishedKind("workflow", typeof(WorkflowDefinition)));
        services.AddBackofficeData(options);
        var built = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        await built.GetRequiredService<DatabaseStartup>().RunAsync(ApprovalCompany.Definitions, CancellationToken.None);
        return new ApprovalWorld(built);
    }

    /// <summary>Does something in a scope of its own, as a page does for a gesture.</summary>
    internal async Task<T> DoAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = this.provider.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    internal Task DoAsync<TService>(Func<TService, Task> act)
        where TService : notnull => this.DoAsync<TService, bool>(async service =>
        {
            await act(service);
            return true;
        });

    internal async Task<Actor> ActorAsync(string key)
    {
        var directory = await this.provider.GetRequiredService<DirectoryStore>().GetAsync(CancellationToken.None);
        return new Actor(directory.PersonByKey(key)!.Id, ChangeSource.Page);
    }

    internal async Task<Record> DraftAsync(string person, decimal amount, string title = "A request")
    {
        var actor = await this.ActorAsync(person);
        return await this.DoAsync<RecordStore, Record>(async store =>
        {
            var record = await store.NewAsync(actor, ApprovalCompany.Form, CancellationToken.None);
            record.Values["title"] = title;
            record.Values["amount"] = amount;
            return await store.SaveAsync(actor, record, CancellationToken.None);
        });
    }

    internal async Task<Guid> SubmitAsync(string person, Record record)
    {
        var actor = await this.ActorAsync(person);
        return await this.DoAsync<WorkflowCommands, Guid>(commands => commands.SubmitAsync(actor, record.Form, record.Id, record.Version, null, CancellationToken.None));
    }

    internal async Task<IReadOnlyList<WorkItemSummary>> InboxAsync(string person)
    {
        var actor = await this.ActorAsync(person);
        return await this.DoAsync<WorkItemQueries, IReadOnlyList<WorkItemSummary>>(queries => queries.InboxAsync(actor.Person, CancellationToken.None));
    }

    internal async Task<DecisionResult> DecideAsync(string person, Guid workItem, WorkItemDecision decision, string? comment = null, ResumeMode resume = ResumeMode.InOrder)
    {
        var actor = await this.ActorAsync(person);
        return await this.DoAsync<WorkflowCommands, DecisionResult>(commands => commands.DecideAsync(actor, workItem, decision, resume, comment, CancellationToken.None));
    }

    internal async Task<Record> RecordAsync(string person, Guid id)
    {
        var actor = await this.ActorAsync(person);
        return await this.DoAsync<RecordStore, Record>(store => store.GetAsync(actor, ApprovalCompany.Form, id, CancellationToken.None));
    }

    public ValueTask DisposeAsync() => this.provider.DisposeAsync();
}

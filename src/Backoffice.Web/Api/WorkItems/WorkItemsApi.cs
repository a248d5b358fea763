using Backoffice.Data.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Paths;
using Workflows.WorkItems;

namespace Backoffice.Web.Api.WorkItems;

/// <summary>Approvals: submit a record, see what waits, decide, resubmit, withdraw.</summary>
internal static class WorkItemsApi
{
    internal static void MapWorkItemsApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/records/{form}/{id:guid}/submit", SubmitAsync);
        api.MapGet("/records/{form}/{id:guid}/path", PreviewAsync);
        api.MapGet("/records/{form}/{id:guid}/workflow", OfRecordAsync);
        api.MapGet("/inbox", InboxAsync);
        api.MapGet("/sent", SentAsync);
        api.MapGet("/work-items/{id:guid}", GetAsync);
        api.MapPost("/work-items/{id:guid}/decision", DecideAsync);
        api.MapPost("/work-items/{id:guid}/resubmit", ResubmitAsync);
        api.MapPost("/instances/{id:guid}/withdraw", WithdrawAsync);
        api.MapItemActsApi();
        api.MapInstancesApi();
    }

    private static async Task<Ok<Submitted>> SubmitAsync(
        string form, Guid id, Submission body, ApiActor actor, WorkflowCommands commands, HttpRequest request, CancellationToken ct) =>
        TypedResults.Ok(new Submitted(
            await commands.SubmitAsync(actor, form, id, Records.RecordVersion.Of(request, body.Version), body.Comment, ct)));

    private static async Task<Results<Ok<WorkflowPath>, NoContent>> PreviewAsync(
        string form, Guid id, ApiActor actor, WorkItemQueries queries, CancellationToken ct) =>
        await queries.PreviewAsync(actor, form, id, ct) is { } path ? TypedResults.Ok(path) : TypedResults.NoContent();

    private static async Task<Results<Ok<InstanceDetails>, NoContent>> OfRecordAsync(
        string form, Guid id, ApiActor actor, WorkItemQueries queries, CancellationToken ct) =>
        await queries.ForRecordAsync(actor, form, id, ct) is { } instance ? TypedResults.Ok(instance) : TypedResults.NoContent();

    private static async Task<Ok<IReadOnlyList<WorkItemSummary>>> InboxAsync(ApiActor actor, WorkItemQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.InboxAsync(actor.Actor.Person, ct));

    private static async Task<Ok<IReadOnlyList<InstanceSummary>>> SentAsync(ApiActor actor, WorkItemQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.SentAsync(actor.Actor.Person, ct));

    private static async Task<Ok<WorkItemDetails>> GetAsync(Guid id, ApiActor actor, WorkItemQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.GetAsync(actor, id, ct));

    private static async Task<Ok<DecisionResult>> DecideAsync(Guid id, Decision body, ApiActor actor, WorkflowCommands commands, CancellationToken ct) =>
        TypedResults.Ok(await commands.DecideAsync(actor, id, body.ToAnswer(), ct));

    private static async Task<NoContent> ResubmitAsync(Guid id, Remark body, ApiActor actor, WorkflowCommands commands, CancellationToken ct)
    {
        await commands.ResubmitAsync(actor, id, body.Comment, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> WithdrawAsync(Guid id, Remark body, ApiActor actor, WorkflowCommands commands, CancellationToken ct)
    {
        await commands.WithdrawAsync(actor, id, body.Comment, ct);
        return TypedResults.NoContent();
    }
}

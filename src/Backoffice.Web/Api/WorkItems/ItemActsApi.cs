using Backoffice.Data.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Backoffice.Web.Api.WorkItems;

/// <summary>What signers and initiators do besides deciding: the same commands as the pages.</summary>
internal static class ItemActsApi
{
    internal static void MapItemActsApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/work-items/decisions", DecideManyAsync);
        var item = api.MapGroup("/work-items/{id:guid}");
        item.MapPost("/transfer", (Guid id, Passing body, ApiActor actor, WorkflowCommands commands, CancellationToken ct) => Done(commands.TransferAsync(actor, id, body.To, body.Comment, ct)));
        item.MapPost("/delegate", (Guid id, Passing body, ApiActor actor, WorkflowCommands commands, CancellationToken ct) => Done(commands.DelegateAsync(actor, id, body.To, body.Comment, ct)));
        item.MapPost("/recall", (Guid id, ApiActor actor, WorkflowCommands commands, CancellationToken ct) => Done(commands.RecallAsync(actor, id, ct)));
        item.MapPost("/signers", (Guid id, Adding body, ApiActor actor, WorkflowCommands commands, CancellationToken ct) => Done(commands.AddSignersAsync(actor, id, body.Place, body.People, body.Comment, ct)));
        item.MapDelete(string.Empty, (Guid id, ApiActor actor, WorkflowCommands commands, CancellationToken ct) => Done(commands.RemoveSignerAsync(actor, id, ct)));
        item.MapPost("/take-back", (Guid id, ApiActor actor, WorkflowCommands commands, CancellationToken ct) => Done(commands.TakeBackAsync(actor, id, ct)));
        item.MapPost("/read", (Guid id, ApiActor actor, WorkflowCommands commands, CancellationToken ct) => Done(commands.MarkReadAsync(actor, id, ct)));
        var instance = api.MapGroup("/instances/{id:guid}");
        instance.MapPost("/comments", (Guid id, Saying body, ApiActor actor, WorkflowCommands commands, CancellationToken ct) => Done(commands.CommentAsync(actor, id, body.Text, body.Mentions ?? [], ct)));
        instance.MapPost("/copies", (Guid id, Copying body, ApiActor actor, WorkflowCommands commands, CancellationToken ct) => Done(commands.CopyAsync(actor, id, body.To, body.Comment, ct)));
        instance.MapPost("/urge", (Guid id, ApiActor actor, WorkflowCommands commands, CancellationToken ct) => Done(commands.UrgeAsync(actor, id, ct)));
    }

    /// <summary>Answers without content when the command is done.</summary>
    internal static async Task<NoContent> Done(Task command)
    {
        await command;
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<BulkAnswer>>> DecideManyAsync(BulkDecision body, ApiActor actor, BulkDecisions bulk, CancellationToken ct)
    {
        var results = await bulk.DecideAsync(actor, body.Items, body.Value, body.Comment, ct);
        return TypedResults.Ok<IReadOnlyList<BulkAnswer>>([.. results.Select(result => new BulkAnswer(result.WorkItem, result.Refusal?.Code, result.Refusal?.Message))]);
    }
}

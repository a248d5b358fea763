using Backoffice.Data.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;
using static Backoffice.Web.Api.WorkItems.ItemActsApi;

namespace Backoffice.Web.Api.WorkItems;

/// <summary>What administrators do with instances, and standing delegations: the same commands as the pages.</summary>
internal static class InstancesApi
{
    private static readonly IReadOnlyDictionary<string, string> NoChoices = new Dictionary<string, string>();

    internal static void MapInstancesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/instances", ListAsync);
        var instance = api.MapGroup("/instances/{id:guid}");
        instance.MapPost("/jump", (Guid id, Jumping body, ApiActor actor, InstanceAdministration admin, CancellationToken ct) => Done(admin.JumpAsync(actor, id, body.Activity, body.Visit, body.Comment, ct)));
        instance.MapPost("/cancel", (Guid id, Reason body, ApiActor actor, InstanceAdministration admin, CancellationToken ct) => Done(admin.CancelAsync(actor, id, body.Comment, ct)));
        instance.MapPost("/suspend", (Guid id, Reason body, ApiActor actor, InstanceAdministration admin, CancellationToken ct) => Done(admin.SuspendAsync(actor, id, body.Comment, ct)));
        instance.MapPost("/resume", (Guid id, Remark body, ApiActor actor, InstanceAdministration admin, CancellationToken ct) => Done(admin.ResumeAsync(actor, id, body.Comment, ct)));
        instance.MapPost("/visits/{visit:int}/retry", (Guid id, int visit, ApiActor actor, InstanceAdministration admin, CancellationToken ct) => Done(admin.RetryAsync(actor, id, visit, ct)));
        instance.MapPost("/waits/{wait:int}/fire", (Guid id, int wait, ApiActor actor, InstanceAdministration admin, CancellationToken ct) => Done(admin.FireAsync(actor, id, wait, ct)));
        instance.MapPost("/migrate", (Guid id, Migrating body, ApiActor actor, InstanceAdministration admin, CancellationToken ct) => Done(admin.MigrateAsync(actor, id, body.Choices ?? NoChoices, body.Comment, ct)));
        api.MapPost("/work-items/{id:guid}/reassign", (Guid id, Passing body, ApiActor actor, InstanceAdministration admin, CancellationToken ct) => Done(admin.ReassignAsync(actor, id, body.To, body.Comment ?? string.Empty, ct)));
        api.MapPost("/workflows/{key}/migration", async (string key, Migrating body, ApiActor actor, InstanceAdministration admin, CancellationToken ct) =>
            TypedResults.Ok(await admin.PlanMigrationAsync(actor, key, body.Choices ?? NoChoices, ct)));
        api.MapGet("/outbox", async (ApiActor actor, OutboxStore outbox, CancellationToken ct) => TypedResults.Ok(await outbox.StoppedAsync(actor, instance: null, ct)));
        api.MapPost("/outbox/{id:guid}/again", (Guid id, ApiActor actor, OutboxStore outbox, CancellationToken ct) => Done(outbox.SendAgainAsync(actor, id, ct)));
        api.MapGet("/delegations", async (ApiActor actor, DelegationStore delegations, CancellationToken ct) => TypedResults.Ok(await delegations.OfAsync(actor.Actor.Person, ct)));
        api.MapPost("/delegations", async (Delegating body, ApiActor actor, DelegationStore delegations, CancellationToken ct) => TypedResults.Ok(await delegations.GiveAsync(
            actor, body.Holder ?? actor.Actor.Person, body.Proxy, body.StartsAt, body.EndsAt, body.Workflows ?? [], body.Comment, ct)));
        api.MapDelete("/delegations/{id:guid}", (Guid id, ApiActor actor, DelegationStore delegations, CancellationToken ct) => Done(delegations.RevokeAsync(actor, id, ct)));
    }

    private static async Task<Ok<InstancePage>> ListAsync(
        ApiActor actor, InstanceQueries queries, CancellationToken ct, InstanceView view = InstanceView.UnderWay, string? workflow = null, Guid? person = null, string? search = null, int skip = 0, int take = 50) =>
        TypedResults.Ok(await queries.ListAsync(actor, new InstanceFilter { View = view, Workflow = workflow, Person = person, Search = search, Skip = skip, Take = take }, ct));
}

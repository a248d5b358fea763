using Backoffice.Data.Definitions;
using Backoffice.Data.Records;
using Forms.Records;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Backoffice.Web.Api.Records;

/// <summary>Records of a form: list, read, make, change, delete. The same rights and checks as on the pages.</summary>
internal static class RecordsApi
{
    internal static void MapRecordsApi(this IEndpointRouteBuilder api)
    {
        var records = api.MapGroup("/records/{form}");
        records.MapGet("/", ListAsync);
        records.MapPost("/", CreateAsync);
        records.MapGet("/{id:guid}", GetAsync);
        records.MapPut("/{id:guid}", ReplaceAsync);
        records.MapPatch("/{id:guid}", ChangeAsync);
        records.MapDelete("/{id:guid}", DeleteAsync);
        records.MapGet("/{id:guid}/history", HistoryAsync);
    }

    private static async Task<Ok<RecordPage>> ListAsync(
        string form, [AsParameters] RecordListQuery query, ApiActor actor, RecordStore store, CancellationToken ct) =>
        TypedResults.Ok(await store.ListAsync(actor, query.For(form), ct));

    private static async Task<Ok<Record>> GetAsync(string form, Guid id, ApiActor actor, RecordStore store, HttpResponse response, CancellationToken ct) =>
        Answer(response, await store.GetAsync(actor, form, id, ct));

    private static async Task<Created<Record>> CreateAsync(
        string form, RecordBody body, ApiActor actor, RecordStore store, PublishedDefinitions published, HttpResponse response, CancellationToken ct)
    {
        var definition = published.Current.Form(form);
        var record = await store.NewAsync(actor, form, ct);
        body.ApplyTo(record, definition, whole: false);
        var saved = await SavedAsync(actor, record, store, ct);
        RecordVersion.WriteTo(response, saved);
        return TypedResults.Created($"/api/records/{form}/{saved.Id}", saved);
    }

    /// <summary>Fields that the body does not name become empty.</summary>
    private static Task<Ok<Record>> ReplaceAsync(
        string form, Guid id, RecordBody body, ApiActor actor, RecordStore store, PublishedDefinitions published, HttpContext context, CancellationToken ct) =>
        SaveAsync(form, id, body, whole: true, actor, store, published, context, ct);

    /// <summary>Fields that the body does not name stay.</summary>
    private static Task<Ok<Record>> ChangeAsync(
        string form, Guid id, RecordBody body, ApiActor actor, RecordStore store, PublishedDefinitions published, HttpContext context, CancellationToken ct) =>
        SaveAsync(form, id, body, whole: false, actor, store, published, context, ct);

    private static async Task<NoContent> DeleteAsync(string form, Guid id, ApiActor actor, RecordStore store, HttpRequest request, CancellationToken ct)
    {
        await store.DeleteAsync(actor, form, id, RecordVersion.Of(request), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<RecordChangeEntry>>> HistoryAsync(
        string form, Guid id, ApiActor actor, RecordStore store, CancellationToken ct) =>
        TypedResults.Ok(await store.HistoryAsync(actor, form, id, ct));

    private static async Task<Ok<Record>> SaveAsync(
        string form, Guid id, RecordBody body, bool whole, ApiActor actor, RecordStore store, PublishedDefinitions published, HttpContext context, CancellationToken ct)
    {
        var version = RecordVersion.Of(context.Request, body.Version);
        var record = RecordVersion.At(version, await store.GetAsync(actor, form, id, ct));
        body.ApplyTo(record, published.Current.Form(form), whole);
        return Answer(context.Response, await SavedAsync(actor, record, store, ct));
    }

    /// <summary>The record as the next reader will see it.</summary>
    private static async Task<Record> SavedAsync(ApiActor actor, Record record, RecordStore store, CancellationToken ct)
    {
        var saved = await store.SaveAsync(actor, record, ct);
        return await store.GetAsync(actor, saved.Form, saved.Id, ct);
    }

    private static Ok<Record> Answer(HttpResponse response, Record record)
    {
        RecordVersion.WriteTo(response, record);
        return TypedResults.Ok(record);
    }
}

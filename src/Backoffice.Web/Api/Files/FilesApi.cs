using Backoffice.Data.Definitions;
using Backoffice.Data.Records;
using Forms.Fields;
using Forms.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Backoffice.Web.Api.Files;

/// <summary>Files of a record, streamed both ways.</summary>
internal static class FilesApi
{
    /// <summary>Around a file in a multipart body: boundaries and heads.</summary>
    private const long Envelope = 16_384;

    internal static void MapFilesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/records/{form}/{id:guid}/files/{field}", ListAsync);
        api.MapPost("/records/{form}/{id:guid}/files/{field}", AddAsync);
        api.MapDelete("/files/{id:guid}", RemoveAsync);
    }

    /// <summary>The file itself; always saved, never shown as a page of this site.</summary>
    internal static void MapFileDownloads(this IEndpointRouteBuilder routes) => routes.MapGet("/files/{id:guid}", DownloadAsync);

    private static async Task<Ok<IReadOnlyList<FileReference>>> ListAsync(
        string form, Guid id, string field, ApiActor actor, RecordStore store, PublishedDefinitions published, CancellationToken ct)
    {
        var definition = FileFieldOf(published, form, field);
        return TypedResults.Ok((await store.GetAsync(actor, form, id, ct)).Files(definition.Name));
    }

    private static async Task<Created<FileReference>> AddAsync(
        string form, Guid id, string field, ApiActor actor, AttachmentStore files, PublishedDefinitions published, HttpContext context, CancellationToken ct)
    {
        var definition = FileFieldOf(published, form, field);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = (definition.MaxMegabytes * 1_000_000L) + Envelope;
        }

        await using var upload = await Upload.ReadAsync(context.Request, ct);
        var file = await files.AddAsync(actor, form, id, definition.Name, upload.FileName, upload.Content, ct);
        return TypedResults.Created($"/files/{file.Id}", file);
    }

    private static async Task<NoContent> RemoveAsync(Guid id, ApiActor actor, AttachmentStore files, CancellationToken ct)
    {
        await files.RemoveAsync(actor, id, ct);
        return TypedResults.NoContent();
    }

    private static async Task<FileStreamHttpResult> DownloadAsync(Guid id, ApiActor actor, AttachmentStore files, HttpResponse response, CancellationToken ct)
    {
        var (file, content) = await files.OpenAsync(actor, id, ct);
        response.Headers["Content-Security-Policy"] = "default-src 'none'; sandbox";
        response.ContentLength = file.Size;
        return TypedResults.Stream(content, file.ContentType, file.Name);
    }

    private static FileField FileFieldOf(PublishedDefinitions published, string form, string field) =>
        published.Current.Form(form).Field(field) as FileField ?? throw RefusalException.NotFound($"The file field \"{field}\"");
}

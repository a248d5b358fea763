using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Backoffice.Web.Api.Files;

/// <summary>The one file of a multipart body, read as it arrives.</summary>
internal sealed class Upload : IAsyncDisposable
{
    private Upload(string fileName, Stream content) => (this.FileName, this.Content) = (fileName, content);

    /// <summary>As the caller named it, without path.</summary>
    internal string FileName { get; }

    internal Stream Content { get; }

    public ValueTask DisposeAsync() => this.Content.DisposeAsync();

    /// <exception cref="BadHttpRequestException">The body is not multipart (415) or holds no file (400).</exception>
    internal static async Task<Upload> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            throw new BadHttpRequestException("Send the file as multipart/form-data.", StatusCodes.Status415UnsupportedMediaType);
        }

        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } head && head.IsFileDisposition())
            {
                var name = head.FileNameStar.HasValue ? head.FileNameStar : HeaderUtilities.RemoveQuotes(head.FileName);
                return new Upload(NameOnly(name.Value ?? string.Empty), section.Body);
            }
        }

        throw new BadHttpRequestException("The body holds no file.");
    }

    private static string NameOnly(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
}

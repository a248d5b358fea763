using System.Globalization;
using Forms.Problems;
using Forms.Records;
using Microsoft.Net.Http.Headers;

namespace Backoffice.Web.Api.Records;

/// <summary>The version of a record as an entity tag: <c>"3"</c>.</summary>
internal static class RecordVersion
{
    internal static EntityTagHeaderValue Tag(Record record) => new($"\"{record.Version.ToString(CultureInfo.InvariantCulture)}\"");

    internal static void WriteTo(HttpResponse response, Record record) => response.Headers.ETag = Tag(record).ToString();

    /// <summary>A copy to be saved as made from a version; the store finds out whether that is still the last one.</summary>
    internal static Record At(long version, Record record) => new()
    {
        Form = record.Form,
        Id = record.Id,
        Version = version,
        Values = record.Copy().Values,
    };

    /// <summary>The version that the caller saw: <c>If-Match</c>, or the body's when there is no such header.</summary>
    /// <exception cref="BadHttpRequestException">Neither names one (428), so the save could overwrite somebody else's.</exception>
    internal static long Of(HttpRequest request, long? inBody = null)
    {
        if (request.GetTypedHeaders().IfMatch is [var tag, ..])
        {
            return long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : throw new RefusalException(RefusalReason.Conflict, "record.changed", $"If-Match expects a version like \"3\", but found {tag.Tag}.");
        }

        return inBody ?? throw new BadHttpRequestException(
            "Say which version you saw: If-Match with the ETag of the record, or \"version\" in the body.", StatusCodes.Status428PreconditionRequired);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Backoffice.Data.Definitions;
using Backoffice.Web.Api.Records;

namespace Backoffice.Web.Api;

/// <summary>JSON of the API: camelCase, enums as words, decimals as numbers, dates ISO, Chinese readable.</summary>
internal static class ApiJson
{
    internal static void Configure(JsonSerializerOptions options, PublishedDefinitions published)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new RecordConverter(published));
        options.Converters.Add(new RecordRowConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}

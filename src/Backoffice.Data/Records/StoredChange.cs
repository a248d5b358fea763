using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.Fields;

namespace Backoffice.Data.Records;

/// <summary>A changed field as the history keeps it: by stable ids, values as JSON.</summary>
internal sealed record StoredChange(
    [property: JsonPropertyName("f")] string Field,
    [property: JsonPropertyName("b")] JsonElement? Before,
    [property: JsonPropertyName("a")] JsonElement? After)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    [JsonPropertyName("r")]
    public Guid? Row { get; init; }

    [JsonPropertyName("c")]
    public string? Column { get; init; }

    [JsonPropertyName("k")]
    public RowChange RowChange { get; init; }

    internal static string Write(IReadOnlyList<StoredChange> changes) => changes.Count == 0 ? "[]" : JsonSerializer.Serialize(changes, Json);

    internal static IReadOnlyList<StoredChange> Read(string json) => JsonSerializer.Deserialize<List<StoredChange>>(json, Json)!;

    internal static JsonElement? ToJson(object? value) => value switch
    {
        null => null,
        DateOnly date => JsonSerializer.SerializeToElement(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => JsonSerializer.SerializeToElement(value, value.GetType()),
    };

    /// <summary>As records hold it; a value that the field no longer reads, or of a field that is gone, as text.</summary>
    internal static object? FromJson(JsonElement? json, FieldDefinition? field)
    {
        if (json is not { } value)
        {
            return null;
        }

        var parsed = field?.Storage is null or FieldStorage.Files ? default : field.Parse(value);
        return parsed.Problem is null && parsed.Value is not null ? parsed.Value : value.ToString();
    }
}

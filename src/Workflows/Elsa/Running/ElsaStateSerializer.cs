using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Elsa.Running;

/// <summary>Writes a state as compact JSON and reads it back unchanged; the text carries the version of its shape.</summary>
public static class ElsaStateSerializer
{
    /// <summary>Raised whenever an older program could misread a text.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        MaxDepth = 256,
    };

    public static string Write(ElsaState state) => JsonSerializer.Serialize(new Row(Version, state), Options);

    /// <exception cref="FormatException">The text is not a state, or of a version that this program does not know.</exception>
    public static ElsaState Read(string text)
    {
        try
        {
            var row = JsonSerializer.Deserialize<Row>(text, Options);
            return row is { Version: Version, State: { } state }
                ? state
                : throw new FormatException($"Expected the state of a run of version {Version}, but found version {row?.Version}.");
        }
        catch (JsonException cause)
        {
            throw new FormatException($"Expected the state of a run of version {Version}, but found other text.", cause);
        }
    }

    private sealed record Row(int Version, ElsaState State);
}

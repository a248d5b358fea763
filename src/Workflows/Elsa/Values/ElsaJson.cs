using System.Text.Json;

namespace Workflows.Elsa.Values;

/// <summary>JSON inside texts.</summary>
internal static class ElsaJson
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 256 };

    public static bool TryParse(string text, out JsonElement value)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            value = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }
}

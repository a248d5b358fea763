using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Elsa.Definitions;

namespace Workflows.Elsa.Reading;

/// <summary>
/// Writes a definition as JSON that Elsa imports: everything that was read, in the same order, with two spaces, LF and one
/// line end at the end. Writing what was read from it gives the same bytes.
/// </summary>
public static class ElsaWriter
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        MaxDepth = 256,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ElsaDefinition definition) => JsonSerializer.Serialize(definition.Source, Options) + "\n";
}

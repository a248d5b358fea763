using System.Text.Json;
using System.Text.Json.Nodes;
using Forms.Definitions.Json;
using Forms.Problems;

namespace Forms.Definitions.Loading;

/// <summary>Reads one JSON file into its type, or reports everything that keeps it from being read.</summary>
internal sealed class FileReader(string root, ProblemList problems)
{
    /// <returns>The file; null when it is broken (then that has been reported).</returns>
    internal DefinitionFile? Read(string path, string pack, string schema, Type type, DefinitionKind? kind = null)
    {
        var bytes = File.ReadAllBytes(Path.Combine(root, path)).AsSpan();
        if (bytes.StartsWith("\uFEFF"u8))
        {
            problems.Add(path, 1, "definition.byte-order-mark", "The file starts with a byte order mark. Save it as UTF-8 without.", Severity.Warning);
            bytes = bytes[3..];
        }

        LineMap lines;
        try
        {
            lines = LineMap.Read(bytes);
        }
        catch (JsonException problem)
        {
            problems.Add(path, (int)(problem.LineNumber ?? 0) + 1, "definition.json", JsonWords.Explain(problem));
            return null;
        }

        return this.Fits(path, bytes, type, lines) ? this.Document(path, pack, schema, bytes, type, lines, kind) : null;
    }

    private bool Fits(string path, ReadOnlySpan<byte> bytes, Type type, LineMap lines)
    {
        var fits = true;
        foreach (var (place, line, first) in lines.Duplicates)
        {
            fits = false;
            problems.Add(path, line, "definition.duplicate-property", $"The property \"{place[(place.LastIndexOf('.') + 1)..]}\" is given twice, first on line {first}.");
        }

        var reader = new Utf8JsonReader(bytes);
        using var document = JsonDocument.ParseValue(ref reader);
        var check = new ShapeCheck((place, code, message) =>
        {
            fits = false;
            problems.Add(path, lines.LineOf(place), code, message);
        });
        check.Check(document.RootElement, type, string.Empty);
        return fits;
    }

    private DefinitionFile Document(string path, string pack, string schema, ReadOnlySpan<byte> bytes, Type type, LineMap lines, DefinitionKind? kind)
    {
        var json = JsonNode.Parse(bytes)!.AsObject();
        var wanted = DefinitionWriter.SchemaReference(path, schema);
        if ((string?)json["$schema"] != wanted)
        {
            problems.Add(path, lines.LineOf("$schema"), "definition.schema", $"\"$schema\" should be \"{wanted}\", so that editors know the file.", Severity.Warning);
        }

        json.Remove("$schema");
        return new DefinitionFile(path, pack, schema, json.Deserialize(type, DefinitionJson.Options)!, lines, kind);
    }
}

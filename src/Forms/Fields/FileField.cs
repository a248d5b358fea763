using System.Text.Json;
using System.Text.Json.Serialization;

namespace Forms.Fields;

/// <summary>Attached files. They are uploaded on their own and belong to the record and this field.</summary>
public sealed record FileField : FieldDefinition
{
    /// <summary>Of one file, in megabytes (1,000,000 bytes); 10 where not given.</summary>
    [JsonPropertyOrder(1)]
    public int MaxMegabytes { get; init; } = 10;

    public override FieldStorage Storage => new FieldStorage.Files();

    public override ParsedValue Parse(JsonElement json) =>
        json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
            ? ParsedValue.Empty
            : this.Wrong("field.file", $"{this.Label} takes files by upload, not as a value.");

    public override string Format(object? value, FieldFormat format) =>
        value is IReadOnlyList<FileReference> files ? string.Join(", ", files.Select(file => file.Name)) : string.Empty;
}

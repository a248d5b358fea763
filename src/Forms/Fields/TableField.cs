using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.Records;

namespace Forms.Fields;

/// <summary>Rows that belong to the record: a sub-table with its own columns. Sub-tables hold no sub-tables and no files.</summary>
public sealed record TableField : FieldDefinition
{
    /// <summary>At least one; never <c>table</c>, <c>file</c> or <c>autoNumber</c>.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<FieldDefinition> Columns { get; init; }

    /// <summary>Rows needed to save; 0 where not given.</summary>
    [JsonPropertyOrder(2)]
    public int MinRows { get; init; }

    public override FieldStorage Storage => new FieldStorage.Rows(this.Columns);

    /// <summary>A list of objects, each with column names and optionally the <c>id</c> of the row it replaces.</summary>
    public override ParsedValue Parse(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return ParsedValue.Of(new List<RecordRow>());
        }

        if (json.ValueKind != JsonValueKind.Array)
        {
            return this.Wrong("field.table", $"{this.Label} expects a list of rows, but found {TextValue.NameOf(json.ValueKind)}.");
        }

        var rows = new List<RecordRow>();
        foreach (var element in json.EnumerateArray())
        {
            var parsed = RowParser.Parse(this, element, rows.Count);
            if (parsed.Problem is not null)
            {
                return parsed;
            }

            rows.Add((RecordRow)parsed.Value!);
        }

        return ParsedValue.Of(rows);
    }

    public override string Format(object? value, FieldFormat format) =>
        value is IReadOnlyList<RecordRow> rows ? rows.Count.ToString(format.Culture) : string.Empty;
}

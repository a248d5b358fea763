using System.Globalization;
using System.Text.Json;
using Forms.Problems;
using Forms.Records;

namespace Forms.Fields;

/// <summary>Reads one row of a sub-table; problems name row and column (<c>lines[2].quantity</c>).</summary>
internal static class RowParser
{
    internal static ParsedValue Parse(TableField table, JsonElement element, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{table.Name}[{index}]");
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Wrong(path, "field.row", $"A row is an object with column names, but found {TextValue.NameOf(element.ValueKind)}.");
        }

        var row = new RecordRow { Id = Guid.CreateVersion7() };
        foreach (var property in element.EnumerateObject())
        {
            if (property.NameEquals("id"))
            {
                if (!property.Value.TryGetGuid(out var id))
                {
                    return Wrong(path + ".id", "field.link", "The id of a row is a GUID.");
                }

                row = new RecordRow { Id = id, Values = row.Values };
                continue;
            }

            var column = table.Columns.FirstOrDefault(candidate => property.NameEquals(candidate.Name));
            if (column is null)
            {
                return Wrong($"{path}.{property.Name}", "field.unknown", $"{table.Label} has no column \"{property.Name}\".");
            }

            if (column.IsComputed)
            {
                continue;
            }

            var parsed = column.Parse(property.Value);
            if (parsed.Problem is { } problem)
            {
                return ParsedValue.Wrong(problem with { Path = $"{path}.{column.Name}" });
            }

            row.Values[column.Name] = parsed.Value;
        }

        return ParsedValue.Of(row);
    }

    private static ParsedValue Wrong(string path, string code, string message) => ParsedValue.Wrong(new Problem(path, code, message));
}

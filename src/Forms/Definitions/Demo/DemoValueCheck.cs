using System.Text.Json;
using Forms.Definitions.Json;
using Forms.Fields;

namespace Forms.Definitions.Demo;

/// <summary>Values of a demo can be read by their fields; links and people exist.</summary>
internal sealed class DemoValueCheck(DemoDefinition demo, DefinitionContext context)
{
    internal void Check(IReadOnlyDictionary<string, JsonElement> values, IReadOnlyList<FieldDefinition> fields, string path, decimal hoursAgo)
    {
        foreach (var (name, value) in values)
        {
            var place = JsonPath.Member(path, name);
            if (!context.NeedOneOf(name, fields.Select(field => field.Name), place, "field"))
            {
                continue;
            }

            var field = fields.First(candidate => candidate.Name == name);
            if (field.IsComputed || field is FileField)
            {
                context.Error(place, "demo.field", $"{field.Label} is computed or a file; a demo cannot give it.");
            }
            else
            {
                this.CheckValue(value, field, place, hoursAgo);
            }
        }
    }

    internal void NeedRequired(IReadOnlyDictionary<string, JsonElement> values, IReadOnlyList<FieldDefinition> fields, string path)
    {
        foreach (var field in fields.Where(field => field is { Required: true, Default: null, IsComputed: false } and not AutoNumberField && !values.ContainsKey(field.Name)))
        {
            context.Error(path, "field.required", $"{field.Label} is required: \"{field.Name}\" is missing.");
        }
    }

    private void CheckValue(JsonElement value, FieldDefinition field, string path, decimal hoursAgo)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        switch (field)
        {
            case LinkField link when text is not null:
                this.CheckLink(text, link, path, hoursAgo);
                break;
            case PersonField when text is not null:
                context.NeedOneOf(text, context.Set.Directory.People.Select(person => person.Key), path, "person");
                break;
            case DateField when text is not null && DemoDate.TryParse(text, default, out _):
                break;
            case TableField table when value.ValueKind == JsonValueKind.Array:
                this.CheckRows(value, table, path, hoursAgo);
                break;
            default:
                Checks.FieldValueCheck.Check(value, field, path, context);
                break;
        }
    }

    private void CheckRows(JsonElement rows, TableField table, string path, decimal hoursAgo)
    {
        foreach (var (index, row) in rows.EnumerateArray().Index())
        {
            var place = JsonPath.Item(path, index);
            if (row.ValueKind != JsonValueKind.Object)
            {
                context.Error(place, "field.row", "A row is an object with column names.");
                continue;
            }

            var values = row.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value);
            this.Check(values, table.Columns, place, hoursAgo);
        }
    }

    private void CheckLink(string id, LinkField link, string path, decimal hoursAgo)
    {
        var candidates = demo.Records.Where(record => record.Form == link.Form).Select(record => record.Id);
        if (context.NeedOneOf(id, candidates, path, $"{link.Form} of this demo") && demo.Records.First(record => record.Id == id).HoursAgo < hoursAgo)
        {
            context.Error(path, "demo.time", $"\"{id}\" is made later than this.");
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Directory;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Data.Demo;

/// <summary>Reads the values of a demo: as the form's own JSON, but links are ids of the demo, people are keys, and dates may count from today.</summary>
internal sealed class DemoValues(
    FormDefinition form, IReadOnlyDictionary<string, Guid> records, CompanyDirectory directory, DateOnly today, RecordStore store, Actor actor)
{
    private const string Today = "@today";

    /// <exception cref="InvalidDataException">A value cannot be read.</exception>
    internal async Task ApplyAsync(Record record, IReadOnlyDictionary<string, JsonElement> values, CancellationToken ct) =>
        await this.ApplyAsync(record.Values, form.Fields, values, ct);

    private async Task ApplyAsync(
        Dictionary<string, object?> target, IReadOnlyList<FieldDefinition> fields, IReadOnlyDictionary<string, JsonElement> values, CancellationToken ct)
    {
        foreach (var (name, json) in values)
        {
            var field = fields.FirstOrDefault(candidate => candidate.Name == name) ?? throw new InvalidDataException($"{form.Label} has no field \"{name}\".");
            target[name] = field is TableField table ? await this.RowsAsync(table, target.GetValueOrDefault(name), json, ct) : this.Value(field, json);
        }

        foreach (var link in fields.OfType<LinkField>().Where(link => link.Fill is not null && values.ContainsKey(link.Name)))
        {
            await this.FillAsync(target, link, values, ct);
        }
    }

    /// <summary>A row in the place of an earlier one is that row changed, not another one.</summary>
    private async Task<List<RecordRow>> RowsAsync(TableField table, object? before, JsonElement json, CancellationToken ct)
    {
        var earlier = before as IReadOnlyList<RecordRow> ?? [];
        var rows = new List<RecordRow>();
        foreach (var element in json.EnumerateArray())
        {
            var row = new RecordRow { Id = rows.Count < earlier.Count ? earlier[rows.Count].Id : Guid.CreateVersion7() };
            await this.ApplyAsync(row.Values, table.Columns, element.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value), ct);
            rows.Add(row);
        }

        return rows;
    }

    private object? Value(FieldDefinition field, JsonElement json)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        switch (field)
        {
            case LinkField when text is not null:
                return records.TryGetValue(text, out var id) ? id : throw new InvalidDataException($"{field.Name}: the demo has no older record \"{text}\".");
            case PersonField when text is not null:
                return directory.PersonByKey(text)?.Id ?? throw new InvalidDataException($"{field.Name}: there is no person \"{text}\".");
            case DateField when text?.StartsWith(Today, StringComparison.Ordinal) == true:
                return today.AddDays(text.Length == Today.Length ? 0 : int.Parse(text.AsSpan(Today.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
            default:
                var parsed = field.Parse(json);
                return parsed.Problem is null ? parsed.Value : throw new InvalidDataException(parsed.Problem.ToString());
        }
    }

    /// <summary>As when a person chooses the linked record; what the demo gives itself stays.</summary>
    private async Task FillAsync(
        Dictionary<string, object?> target, LinkField link, IReadOnlyDictionary<string, JsonElement> given, CancellationToken ct)
    {
        if (target[link.Name] is not Guid id)
        {
            return;
        }

        var linked = await store.GetAsync(actor, link.Form, id, ct);
        foreach (var (field, source) in link.Fill!.Where(pair => !given.ContainsKey(pair.Key)))
        {
            target[field] = linked[source];
        }
    }
}

using System.Text.Json;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;

namespace Backoffice.Web.Api.Records;

/// <summary>The body of a save: <c>{ "version": 3, "values": { … } }</c>.</summary>
/// <param name="Version">The version it was made from; may stand in <c>If-Match</c> instead.</param>
/// <param name="Values">By field name, as the record's own JSON has them.</param>
internal sealed record RecordBody(long? Version, Dictionary<string, JsonElement>? Values)
{
    /// <summary>Puts the values into a record. Fields that nobody writes may be sent back as they were read and are passed over.</summary>
    /// <param name="whole">Whether fields not named become empty; otherwise they stay.</param>
    /// <exception cref="RefusalException">Invalid: unknown fields and values that cannot be read, all of them.</exception>
    internal void ApplyTo(Record record, FormDefinition form, bool whole)
    {
        var values = this.Values ?? [];
        var problems = new List<Problem>();
        foreach (var name in values.Keys.Where(name => form.Field(name) is null))
        {
            problems.Add(new Problem(name, "field.unknown", $"{form.Label} has no field \"{name}\".") { Arguments = [form.Label, name] });
        }

        foreach (var field in form.Fields.Where(IsWritten))
        {
            if (!values.TryGetValue(field.Name, out var json))
            {
                if (whole && !field.ReadOnly)
                {
                    record.Values.Remove(field.Name);
                }

                continue;
            }

            var parsed = field.Parse(json);
            if (parsed.Problem is { } problem)
            {
                problems.Add(problem);
            }
            else if (!field.ReadOnly)
            {
                record.Values[field.Name] = parsed.Value;
            }
            else if (!Equals(parsed.Value, record[field.Name]))
            {
                problems.Add(new Problem(field.Name, "field.read-only", $"{field.Label} cannot be written.") { Arguments = [field.Label] });
            }
        }

        if (problems.Count > 0)
        {
            throw RefusalException.Invalid(problems);
        }
    }

    /// <summary>Computed fields, numbers from a pattern and files have ways of their own.</summary>
    private static bool IsWritten(FieldDefinition field) => !field.IsComputed && field is not (AutoNumberField or FileField);
}

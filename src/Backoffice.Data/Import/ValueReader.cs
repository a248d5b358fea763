using Backoffice.Data.Directory;
using Forms.Definitions.Importing;
using Forms.Fields;

namespace Backoffice.Data.Import;

/// <summary>Reads the values of a record or of a row of a sub-table from a row of a file.</summary>
internal sealed class ValueReader(ImportFiles files, RecordKeys keys, DirectoryStore directory)
{
    /// <summary>Values by field name; null when a problem was found, all of which are added to <paramref name="problems"/>.</summary>
    internal async Task<Dictionary<string, object?>?> ReadAsync(
        CsvRow row, IReadOnlyList<ImportField> wanted, IReadOnlyList<FieldDefinition> fields, List<ImportProblem> problems, CancellationToken ct)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var before = problems.Count;
        foreach (var source in wanted)
        {
            var field = fields.First(candidate => candidate.Name == source.Field);
            var (text, wrong) = ImportText.Of(source, row, files);
            if (wrong is null && text is not null)
            {
                (values[field.Name], wrong) = await this.ParseAsync(field, source, text, ct);
            }
            else
            {
                values[field.Name] = null;
            }

            if (wrong is not null)
            {
                problems.Add(new ImportProblem(row.Table.File, row.Line, source.Column ?? field.Name, ImportText.Found(source, row), wrong));
            }
        }

        return problems.Count == before ? values : null;
    }

    private async Task<(object? Value, string? Wrong)> ParseAsync(FieldDefinition field, ImportField source, string text, CancellationToken ct)
    {
        switch (field)
        {
            case LinkField link:
                return (await keys.OfAsync(link.Form, source.By!, ct)).TryGetValue(text, out var id)
                    ? (id, null)
                    : (null, $"There is no record of \"{link.Form}\" whose {source.By} is \"{text}\".");
            case PersonField:
                return (await directory.GetAsync(ct)).PersonByKey(text) is { } person
                    ? (person.Id, null)
                    : (null, $"There is no person \"{text}\".");
            default:
                var parsed = field.ParseText(text);
                var wrong = parsed.Problem ?? (parsed.Value is { } value ? field.Check(value).FirstOrDefault() : null);
                return (parsed.Value, wrong?.Message);
        }
    }
}

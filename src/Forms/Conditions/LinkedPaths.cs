using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Forms.Conditions;

/// <summary>Fields of records by name, and over one link by path, with the linked records loaded.</summary>
internal sealed class LinkedPaths
{
    private readonly Dictionary<string, FieldDefinition> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Link, FieldDefinition Field, IReadOnlyDictionary<Guid, Record> Records)> paths = new(StringComparer.Ordinal);

    internal static async Task<LinkedPaths> LoadAsync(LinkedRecords linked, FormDefinition form, IReadOnlyList<string> names, IReadOnlyList<Record> records, CancellationToken ct)
    {
        var found = new LinkedPaths();
        foreach (var name in names)
        {
            if (form.Field(name) is { } field)
            {
                found.fields[name] = field;
            }
            else if (name.Split('.') is [var link, var far] && form.Field(link) is LinkField { Form: var target } && linked.Form(target)?.Field(far) is { } farField)
            {
                var ids = records.Select(record => record[link]).OfType<Guid>().ToHashSet();
                found.paths[name] = (link, farField, await linked.Load(target, ids, ct));
            }
            else if (SystemField.Storage(name) is null)
            {
                throw ConditionTree.Unknown(name);
            }
        }

        return found;
    }

    internal (FieldStorage Storage, object? Value)? Find(Record record, string name)
    {
        if (this.fields.TryGetValue(name, out var field))
        {
            return (field.Storage, record[name]);
        }

        if (this.paths.TryGetValue(name, out var path))
        {
            var value = record[path.Link] is Guid id && path.Records.TryGetValue(id, out var linked) ? linked[path.Field.Name] : null;
            return (path.Field.Storage, value);
        }

        return SystemField.Storage(name) is { } storage ? (storage, SystemField.Value(record, name)) : null;
    }
}

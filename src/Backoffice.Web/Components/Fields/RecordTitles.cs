using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Web.Components.Fields;

/// <summary>Finds the titles of all records and the names of all people that records name.</summary>
public sealed class RecordTitles(RecordStore store, DirectoryStore directory)
{
    /// <summary>Titles by id. What may not be read or is gone has none.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> FindAsync(FormDefinition form, IEnumerable<Record> records, CancellationToken ct)
    {
        var titles = new Dictionary<Guid, string>();
        var wanted = Ids(form, records).ToLookup(pair => pair.Target, pair => pair.Id, StringComparer.Ordinal);
        foreach (var target in wanted.Where(target => target.Key is not null))
        {
            foreach (var (id, title) in await store.TitlesAsync(target.Key!, target.ToHashSet(), ct))
            {
                titles[id] = title;
            }
        }

        var people = await directory.GetAsync(ct);
        foreach (var id in wanted[null])
        {
            if (people.Person(id) is { } person)
            {
                titles[id] = person.Name;
            }
        }

        return titles;
    }

    /// <summary>Ids with the form they belong to; null is the directory.</summary>
    private static IEnumerable<(string? Target, Guid Id)> Ids(FormDefinition form, IEnumerable<Record> records)
    {
        foreach (var record in records)
        {
            foreach (var field in form.Fields)
            {
                if (field is TableField table)
                {
                    foreach (var found in record.Rows(table.Name).SelectMany(row => table.Columns.SelectMany(column => IdsOf(column, row[column.Name]))))
                    {
                        yield return found;
                    }
                }
                else
                {
                    foreach (var found in IdsOf(field, record[field.Name]))
                    {
                        yield return found;
                    }
                }
            }
        }
    }

    private static IEnumerable<(string? Target, Guid Id)> IdsOf(FieldDefinition field, object? value) => (field, value) switch
    {
        (LinkField link, Guid id) => [(link.Form, id)],
        (PersonField, Guid id) => [(null, id)],
        _ => [],
    };
}

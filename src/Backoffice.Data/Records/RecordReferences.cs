using System.Globalization;
using Backoffice.Data.Schema;
using Forms.Directory;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Checks in the transaction what the database would only refuse with an error: links to nothing, and doubles.</summary>
internal sealed class RecordReferences(BackofficeDb db, RecordLayout layout, CompanyDirectory directory)
{
    private const int ValuesAtOnce = 500;

    private readonly Dictionary<string, HashSet<Guid>> known = new(StringComparer.Ordinal);

    internal async Task<IReadOnlyList<IReadOnlyList<Problem>>> CheckAsync(IReadOnlyList<Record> records, CancellationToken ct)
    {
        await this.LoadLinkedAsync(records, ct);
        var problems = records.Select(record => this.Links(record).ToList()).ToList();
        foreach (var binding in layout.Columns.Where(binding => binding.Column.Unique))
        {
            await this.CheckUniqueAsync(binding, records, problems, ct);
        }

        return problems;
    }

    private async Task LoadLinkedAsync(IReadOnlyList<Record> records, CancellationToken ct)
    {
        var wanted = records.SelectMany(this.Values)
            .Where(value => value.Binding.Column.Kind == ColumnKind.Link)
            .ToLookup(value => value.Binding.Column.Target!, value => value.Id);
        foreach (var target in wanted)
        {
            var found = this.known[target.Key] = [];
            foreach (var some in target.Distinct().Chunk(ValuesAtOnce))
            {
                found.UnionWith(await db.Set<Dictionary<string, object>>(target.Key)
                    .Where(row => some.Contains(EF.Property<Guid>(row, SystemColumns.Id)))
                    .Select(row => EF.Property<Guid>(row, SystemColumns.Id))
                    .ToListAsync(ct));
            }

            if (target.Key == layout.Table.Name)
            {
                found.UnionWith(records.Select(record => record.Id));
            }
        }
    }

    private IEnumerable<Problem> Links(Record record) => this.Values(record)
        .Where(value => value.Binding.Column.Kind == ColumnKind.Person
            ? directory.Person(value.Id) is null
            : !this.known[value.Binding.Column.Target!].Contains(value.Id))
        .Select(value => new Problem(value.Path, "field.link-missing", $"{value.Binding.Field.Label} names a record that is not there.") { Arguments = [value.Binding.Field.Label] });

    private IEnumerable<(string Path, ColumnBinding Binding, Guid Id)> Values(Record record)
    {
        foreach (var binding in layout.Columns)
        {
            if (record[binding.Field.Name] is Guid id)
            {
                yield return (binding.Field.Name, binding, id);
            }
        }

        foreach (var table in layout.SubTables)
        {
            var rows = record.Rows(table.Field.Name);
            for (var index = 0; index < rows.Count; index++)
            {
                foreach (var binding in table.Columns)
                {
                    if (rows[index][binding.Field.Name] is Guid id)
                    {
                        yield return (string.Create(CultureInfo.InvariantCulture, $"{table.Field.Name}[{index}].{binding.Field.Name}"), binding, id);
                    }
                }
            }
        }
    }

    private async Task CheckUniqueAsync(ColumnBinding binding, IReadOnlyList<Record> records, List<List<Problem>> problems, CancellationToken ct)
    {
        var name = binding.Name;
        var owners = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var some in records.Select(record => record[binding.Field.Name]).OfType<string>().Distinct(StringComparer.Ordinal).Chunk(ValuesAtOnce))
        {
            var rows = await db.Rows(layout.Table).AsNoTracking()
                .Where(row => some.Contains(EF.Property<string>(row, name)) && EF.Property<DateTimeOffset?>(row, SystemColumns.DeletedAt) == null)
                .Select(row => new { Value = EF.Property<string>(row, name), Id = EF.Property<Guid>(row, SystemColumns.Id) })
                .ToListAsync(ct);
            rows.ForEach(row => owners[row.Value] = row.Id);
        }

        for (var index = 0; index < records.Count; index++)
        {
            if (records[index][binding.Field.Name] is string value && !owners.TryAdd(value, records[index].Id) && owners[value] != records[index].Id)
            {
                problems[index].Add(new Problem(binding.Field.Name, "field.unique", $"Another {layout.Form.Label} has the {binding.Field.Label} \"{value}\".") { Arguments = [binding.Field.Label, value] });
            }
        }
    }
}

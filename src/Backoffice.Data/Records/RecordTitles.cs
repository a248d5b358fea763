using System.Globalization;
using Backoffice.Data.Schema;
using Forms.Fields;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Titles of records by id.</summary>
internal static class RecordTitles
{
    private const int IdsAtOnce = 500;

    /// <summary>Whoever asks, and also of deleted records: the title of a link is a part of the record that has the link.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, string>> OfAsync(BackofficeDb db, string form, IReadOnlyCollection<Guid> ids, CancellationToken ct, int depth = 0)
    {
        var layout = db.Published.Layout(form);
        var titles = new Dictionary<Guid, string>(ids.Count);
        if (layout.Column(layout.Form.Summary.Title) is not { } title)
        {
            return titles;
        }

        var values = new Dictionary<Guid, object?>(ids.Count);
        foreach (var some in ids.Distinct().Chunk(IdsAtOnce))
        {
            var rows = await db.Rows(layout.Table).AsNoTracking().Where(row => some.Contains(EF.Property<Guid>(row, SystemColumns.Id))).ToListAsync(ct);
            foreach (var row in rows)
            {
                values[(Guid)row[SystemColumns.Id]] = ColumnValue.FromStore(row.GetValueOrDefault(title.Name), title.Column);
            }
        }

        var further = await FurtherAsync(db, title, [.. values.Values.OfType<Guid>()], depth, ct);
        var format = new FieldFormat(CultureInfo.InvariantCulture, db.Published.Set.Labels, $"forms/{form}/fields/{title.Field.Name}", further.GetValueOrDefault);
        foreach (var (id, value) in values)
        {
            titles[id] = title.Field.Format(value, format);
        }

        return titles;
    }

    /// <summary>A title that is itself a link or a person.</summary>
    private static async Task<IReadOnlyDictionary<Guid, string>> FurtherAsync(BackofficeDb db, ColumnBinding title, IReadOnlyCollection<Guid> ids, int depth, CancellationToken ct)
    {
        if (ids.Count == 0 || depth == 3)
        {
            return new Dictionary<Guid, string>();
        }

        return title.Field is LinkField link
            ? await OfAsync(db, link.Form, ids, ct, depth + 1)
            : await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, ct);
    }
}

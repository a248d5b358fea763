using Backoffice.Data.Records;

namespace Backoffice.Data.Import;

/// <summary>Ids of records by the text of a field, read from the database once and then kept up to date by the import.</summary>
internal sealed class RecordKeys(RecordStore store, Actor actor)
{
    private readonly Dictionary<(string Form, string Field), Dictionary<string, Guid>> maps = [];

    internal async Task<Dictionary<string, Guid>> OfAsync(string form, string field, CancellationToken ct)
    {
        if (this.maps.TryGetValue((form, field), out var known))
        {
            return known;
        }

        var map = new Dictionary<string, Guid>(StringComparer.Ordinal);
        long total = 1;
        for (var skip = 0; skip < total; skip += RecordQuery.MostRecords)
        {
            var page = await store.ListAsync(actor, new RecordQuery(form) { Sort = [new RecordSort(field)], Skip = skip, Take = RecordQuery.MostRecords }, ct);
            total = page.Total;
            foreach (var record in page.Records)
            {
                if (record[field] is string key)
                {
                    map.TryAdd(key, record.Id);
                }
            }
        }

        return this.maps[(form, field)] = map;
    }

    /// <summary>Forgets a form whose records have changed.</summary>
    internal void Forget(string form)
    {
        foreach (var key in this.maps.Keys.Where(key => key.Form == form).ToList())
        {
            this.maps.Remove(key);
        }
    }
}

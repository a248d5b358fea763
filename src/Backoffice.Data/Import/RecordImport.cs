using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Definitions.Importing;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;

namespace Backoffice.Data.Import;

/// <summary>
/// Saves imported records: new ones, and changed ones; the same ones are left alone. Records are read in chunks and
/// without asking for rights, as nothing of them is shown; saving asks.
/// </summary>
internal sealed class RecordImport(RecordStore store, UnitOfWork work, RecordKeys keys, Actor actor, List<ImportProblem> problems)
{
    /// <summary>Records read at once, and saved in one transaction.</summary>
    private const int Chunk = 200;

    internal async Task<ImportCounts> RunAsync(ImportDefinition import, FormDefinition form, IReadOnlyList<ImportedRecord> imported, CancellationToken ct)
    {
        var known = await keys.OfAsync(form.Key, import.KeyField, ct);
        var tables = form.Fields.OfType<TableField>().ToDictionary(table => table.Name, StringComparer.Ordinal);
        var template = await store.NewAsync(actor, form.Key, ct);
        var counts = new ImportCounts(import.Key, import.Label, 0, 0, 0, 0);
        foreach (var chunk in imported.Chunk(Chunk))
        {
            var ids = chunk.ToDictionary(source => source, source => known.TryGetValue((string)source.Values[import.KeyField]!, out var id) ? id : Guid.Empty);
            var existing = await work.ReadAsync((db, cancel) => RecordReader.FindManyAsync(db, form.Key, [.. ids.Values.Where(id => id != Guid.Empty)], whole: true, cancel), ct);
            var different = new List<(ImportedRecord Source, Record Record)>(chunk.Length);
            foreach (var source in chunk)
            {
                var old = existing.GetValueOrDefault(ids[source]);
                if (old is not null && source.IsIn(old))
                {
                    counts = counts with { Unchanged = counts.Unchanged + 1, SubRows = counts.SubRows + source.SubRows };
                    continue;
                }

                var record = old?.Copy() ?? New(template);
                source.ApplyTo(record, tables);
                different.Add((source, record));
            }

            counts = await this.SaveAsync(import, different, counts, ct);
        }

        keys.Forget(form.Key);
        return counts;
    }

    private static Record New(Record template) => new() { Form = template.Form, Id = Guid.CreateVersion7(), Values = template.Copy().Values };

    private async Task<ImportCounts> SaveAsync(
        ImportDefinition import, List<(ImportedRecord Source, Record Record)> waiting, ImportCounts counts, CancellationToken ct)
    {
        if (waiting.Count == 0)
        {
            return counts;
        }

        try
        {
            await store.SaveManyAsync(actor, [.. waiting.Select(one => one.Record)], ct);
            return waiting.Aggregate(counts, Saved);
        }
        catch (RefusalException)
        {
            // Nothing of it was saved. One after the other, to save the good ones and to know the others by line.
            foreach (var one in waiting)
            {
                try
                {
                    await store.SaveAsync(actor, one.Record, ct);
                    counts = Saved(counts, one);
                }
                catch (RefusalException refusal)
                {
                    this.Name(import, one.Source, refusal);
                }
            }
        }

        return counts;
    }

    private static ImportCounts Saved(ImportCounts counts, (ImportedRecord Source, Record Record) one) => counts with
    {
        Inserted = counts.Inserted + (one.Record.Version == 0 ? 1 : 0),
        Updated = counts.Updated + (one.Record.Version == 0 ? 0 : 1),
        SubRows = counts.SubRows + one.Source.SubRows,
    };

    private void Name(ImportDefinition import, ImportedRecord source, RefusalException refusal)
    {
        if (refusal.Problems.Count == 0)
        {
            problems.Add(new ImportProblem(import.File, source.Row.Line, null, null, refusal.Message));
        }

        foreach (var problem in refusal.Problems)
        {
            var field = import.Fields.FirstOrDefault(candidate => candidate.Field == problem.Path);
            problems.Add(new ImportProblem(
                import.File,
                source.Row.Line,
                field?.Column ?? (problem.Path.Length == 0 ? null : problem.Path),
                field is null ? null : ImportText.Found(field, source.Row),
                problem.Message));
        }
    }
}

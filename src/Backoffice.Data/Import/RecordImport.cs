using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Definitions.Importing;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;

namespace Backoffice.Data.Import;

/// <summary>Saves imported records: new ones, and changed ones; the same ones are left alone.</summary>
internal sealed class RecordImport(RecordStore store, RecordKeys keys, Actor actor, List<ImportProblem> problems)
{
    /// <summary>Records saved in one transaction.</summary>
    private const int Chunk = 200;

    internal async Task<ImportCounts> RunAsync(ImportDefinition import, FormDefinition form, IReadOnlyList<ImportedRecord> imported, CancellationToken ct)
    {
        var known = await keys.OfAsync(form.Key, import.KeyField, ct);
        var tables = form.Fields.OfType<TableField>().ToDictionary(table => table.Name, StringComparer.Ordinal);
        var template = await store.NewAsync(actor, form.Key, ct);
        var counts = new ImportCounts(import.Key, import.Label, 0, 0, 0, 0);
        var waiting = new List<(ImportedRecord Source, Record Record)>(Chunk);
        foreach (var source in imported)
        {
            if (!known.TryGetValue((string)source.Values[import.KeyField]!, out var id))
            {
                waiting.Add((source, New(template)));
            }
            else if (await store.GetAsync(actor, form.Key, id, ct) is var old && source.IsIn(old))
            {
                counts = counts with { Unchanged = counts.Unchanged + 1, SubRows = counts.SubRows + source.SubRows };
                continue;
            }
            else
            {
                waiting.Add((source, old.Copy()));
            }

            source.ApplyTo(waiting[^1].Record, tables);
            if (waiting.Count == Chunk)
            {
                counts = await this.SaveAsync(import, waiting, counts, ct);
            }
        }

        counts = await this.SaveAsync(import, waiting, counts, ct);
        keys.Forget(form.Key);
        return counts;
    }

    private static Record New(Record template) => new() { Form = template.Form, Id = Guid.CreateVersion7(), Values = template.Copy().Values };

    private async Task<ImportCounts> SaveAsync(
        ImportDefinition import, List<(ImportedRecord Source, Record Record)> waiting, ImportCounts counts, CancellationToken ct)
    {
        try
        {
            if (waiting.Count > 0)
            {
                await store.SaveManyAsync(actor, [.. waiting.Select(one => one.Record)], ct);
            }

            counts = waiting.Aggregate(counts, Saved);
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

        waiting.Clear();
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

using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Definitions.Importing;

namespace Backoffice.Data.Import;

/// <summary>
/// Brings CSV files into records and the directory, as import definitions say. Rows are told apart by their key, so a
/// second import of the same files changes nothing; a row with an error is named and left out.
/// </summary>
public sealed class Importer(RecordStore store, UnitOfWork work, DirectoryStore directory, PublishedDefinitions published)
{
    /// <summary>Runs imports, each after those whose records it names.</summary>
    /// <param name="actor">In whose name; needs the rights to make and edit the records.</param>
    /// <param name="imports">Of one pack.</param>
    /// <param name="folder">Where their files are.</param>
    /// <param name="progress">Told after each import; may be null.</param>
    public async Task<ImportReport> RunAsync(
        Actor actor, IReadOnlyList<ImportDefinition> imports, string folder, IProgress<ImportCounts>? progress, CancellationToken ct)
    {
        var problems = new List<ImportProblem>();
        var files = new Dictionary<string, ImportFiles?>(StringComparer.Ordinal);
        foreach (var import in imports)
        {
            files[import.Key] = await ImportFiles.ReadAsync(folder, import, problems, ct);
        }

        if (files.ContainsValue(null))
        {
            return new ImportReport([], problems, []);
        }

        var counts = new List<ImportCounts>();
        var people = new List<string>();
        var keys = new RecordKeys(store, actor);
        var set = published.Current;
        foreach (var import in InOrder(imports))
        {
            var own = files[import.Key]!;
            var done = import.BringsPeople
                ? await this.ImportPeopleAsync(import, set.Directory, own, people, problems, ct)
                : await this.ImportRecordsAsync(import, set.Form(import.Target), own, keys, actor, problems, ct);
            var table = own[import.File];
            done = done with { Refused = table.Rows.Count + table.Malformed - done.Inserted - done.Updated - done.Unchanged };
            counts.Add(done);
            progress?.Report(done);
        }

        return new ImportReport(counts, problems, people);
    }

    private async Task<ImportCounts> ImportPeopleAsync(
        ImportDefinition import, DirectoryDefinition known, ImportFiles files, List<string> people, List<ImportProblem> problems, CancellationToken ct)
    {
        var (counts, named) = await new PeopleImport(directory, known, files, problems).RunAsync(import, ct);
        people.AddRange(named);
        return counts;
    }

    private async Task<ImportCounts> ImportRecordsAsync(
        ImportDefinition import, FormDefinition form, ImportFiles files, RecordKeys keys, Actor actor, List<ImportProblem> problems, CancellationToken ct)
    {
        var values = new ValueReader(files, keys, directory);
        var records = await new RecordReading(import, form, files, values, problems).ReadAsync(ct);
        return await new RecordImport(store, work, keys, actor, problems).RunAsync(import, form, records, ct);
    }

    /// <summary>The definitions have no circles; the check of definitions refuses them.</summary>
    private static IEnumerable<ImportDefinition> InOrder(IReadOnlyList<ImportDefinition> imports)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var waiting = imports.ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(import => import.After.All(key => done.Contains(key) || waiting.All(other => other.Key != key))) ?? waiting[0];
            waiting.Remove(next);
            done.Add(next.Key);
            yield return next;
        }
    }
}

using Backoffice.Data.Directory;
using Forms.Definitions;
using Forms.Definitions.Importing;
using Forms.Directory;

namespace Backoffice.Data.Import;

/// <summary>Imports people with their managers, who may stand anywhere in the file.</summary>
internal sealed class PeopleImport(DirectoryStore directories, DirectoryDefinition known, ImportFiles files, List<ImportProblem> problems)
{
    /// <returns>The counts, and the keys of all people named by rows without errors.</returns>
    internal async Task<(ImportCounts Counts, IReadOnlyList<string> People)> RunAsync(ImportDefinition import, CancellationToken ct)
    {
        var directory = await directories.GetAsync(ct);
        var people = new Dictionary<string, ImportedPerson>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in files[import.File].Rows)
        {
            if (this.Read(import, row, directory, people) is { } person)
            {
                people.Add(person.Key, person);
            }
        }

        this.LeaveOutWithoutManager(import, people, directory);
        var counts = new ImportCounts(import.Key, import.Label, 0, 0, 0, 0);
        var changed = new List<PersonDefinition>();
        foreach (var person in people.Values)
        {
            var old = directory.PersonByKey(person.Key);
            var wanted = person.Over(old, directory);
            if (old is null)
            {
                counts = counts with { Inserted = counts.Inserted + 1 };
            }
            else if (Same(wanted, old, directory))
            {
                counts = counts with { Unchanged = counts.Unchanged + 1 };
                continue;
            }
            else
            {
                counts = counts with { Updated = counts.Updated + 1 };
            }

            changed.Add(wanted);
        }

        if (changed.Count > 0)
        {
            await directories.UpsertPeopleAsync(changed, ct);
        }

        return (counts, [.. people.Keys]);
    }

    private ImportedPerson? Read(ImportDefinition import, CsvRow row, CompanyDirectory directory, Dictionary<string, ImportedPerson> earlier)
    {
        var before = problems.Count;
        var person = new ImportedPerson(row, new Dictionary<string, string?>(StringComparer.Ordinal));
        foreach (var field in import.Fields)
        {
            var (text, wrong) = ImportText.Of(field, row, files);
            person.Values[field.Field] = text;
            foreach (var reason in wrong is not null ? [wrong] : this.Check(field.Field, text, person, directory, earlier))
            {
                problems.Add(new ImportProblem(import.File, row.Line, field.Column ?? field.Field, ImportText.Found(field, row), reason));
            }
        }

        return problems.Count == before ? person : null;
    }

    private IEnumerable<string> Check(string field, string? text, ImportedPerson person, CompanyDirectory directory, Dictionary<string, ImportedPerson> earlier)
    {
        switch (field)
        {
            case "key" or "name" or "unit" when text is null:
                yield return "It is empty, but a person needs it.";
                break;
            case "key" when earlier.TryGetValue(text!, out var same):
                yield return $"Line {same.Row.Line} has it already.";
                break;
            case "unit" when directory.Units.All(unit => unit.Key != text):
                yield return $"There is no unit \"{text}\".";
                break;
            case "positions":
                foreach (var key in person.List(field)!.Where(key => directory.Positions.All(position => position.Key != key)))
                {
                    yield return $"There is no position \"{key}\".";
                }

                break;
            case "roles":
                foreach (var key in person.List(field)!.Where(key => known.Roles.All(role => role.Key != key)))
                {
                    yield return $"There is no role \"{key}\".";
                }

                break;
        }
    }

    /// <summary>Leaves out who has a manager that nobody knows, or stands above themselves; again, until nobody does.</summary>
    private void LeaveOutWithoutManager(ImportDefinition import, Dictionary<string, ImportedPerson> people, CompanyDirectory directory)
    {
        var source = import.Fields.FirstOrDefault(field => field.Field == "manager");
        for (var left = -1; left != people.Count;)
        {
            left = people.Count;
            foreach (var person in people.Values.ToList())
            {
                var wrong = person.Manager is not { } manager ? null
                    : !people.ContainsKey(manager) && directory.PersonByKey(manager) is null ? $"The manager \"{manager}\" is neither in the directory nor among the rows imported."
                    : IsAbove(person, person, people) ? "The line of managers leads back to this person."
                    : null;
                if (wrong is not null)
                {
                    people.Remove(person.Key);
                    problems.Add(new ImportProblem(import.File, person.Row.Line, source?.Column ?? "manager", ImportText.Found(source!, person.Row), wrong));
                }
            }
        }
    }

    private static bool IsAbove(ImportedPerson person, ImportedPerson below, Dictionary<string, ImportedPerson> people)
    {
        var current = below;
        for (var step = 0; step <= people.Count; step++)
        {
            if (current.Manager is not { } manager || !people.TryGetValue(manager, out current!))
            {
                return false;
            }

            if (ReferenceEquals(current, person))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(PersonDefinition wanted, Person old, CompanyDirectory directory) =>
        wanted.Name == old.Name
        && wanted.Mail == old.Mail
        && wanted.Title == old.Title
        && wanted.Unit == directory.Unit(old.Unit)?.Key
        && wanted.Language == old.Language
        && string.Equals(wanted.Manager, old.Manager is { } manager ? directory.Person(manager)?.Key : null, StringComparison.OrdinalIgnoreCase)
        && wanted.Positions.SequenceEqual(old.Positions)
        && wanted.Roles.SequenceEqual(old.Roles);
}

using System.Globalization;
using Forms.Definitions;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Directory;

/// <summary>Inserts and updates rows of the directory by key, in a context.</summary>
internal sealed class DirectoryChanges(BackofficeDb db)
{
    /// <summary>Whether anything changed.</summary>
    internal bool Any { get; private set; }

    internal async Task UpsertUnitsAsync(IReadOnlyList<UnitDefinition> units, IReadOnlyList<PositionDefinition> positions, CancellationToken ct)
    {
        var rows = await db.Units.ToDictionaryAsync(row => row.Key, ct);
        foreach (var unit in units)
        {
            var row = rows.GetValueOrDefault(unit.Key);
            if (row is null)
            {
                rows[unit.Key] = row = new UnitRow { Id = Guid.CreateVersion7(), Key = unit.Key, Label = unit.Label, Kind = unit.Kind };
                db.Units.Add(row);
            }

            (row.Label, row.Kind, row.HeadPosition) = (unit.Label, unit.Kind, unit.Head);
        }

        await this.SaveAsync(ct);
        var missing = new Missing();
        for (var index = 0; index < units.Count; index++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"units[{index}].parent");
            rows[units[index].Key].Parent = units[index].Parent is { } parent ? missing.Find(rows, parent, path, "unit")?.Id : null;
        }

        var known = await db.Positions.ToDictionaryAsync(row => row.Key, ct);
        for (var index = 0; index < positions.Count; index++)
        {
            var position = positions[index];
            var path = string.Create(CultureInfo.InvariantCulture, $"positions[{index}].unit");
            if (missing.Find(rows, position.Unit, path, "unit") is not { } unit)
            {
                continue;
            }

            if (!known.TryGetValue(position.Key, out var row))
            {
                db.Positions.Add(row = known[position.Key] = new PositionRow { Key = position.Key, Label = position.Label });
            }

            (row.Label, row.Unit) = (position.Label, unit.Id);
        }

        missing.Refuse();
        await this.SaveAsync(ct);
    }

    internal async Task UpsertPeopleAsync(IReadOnlyList<PersonDefinition> people, CancellationToken ct)
    {
        var units = await db.Units.ToDictionaryAsync(row => row.Key, ct);
        var rows = (await db.People.ToListAsync(ct)).ToDictionary(row => row.Key, StringComparer.OrdinalIgnoreCase);
        var missing = new Missing();
        for (var index = 0; index < people.Count; index++)
        {
            var person = people[index];
            if (missing.Find(units, person.Unit, string.Create(CultureInfo.InvariantCulture, $"people[{index}].unit"), "unit") is not { } unit)
            {
                continue;
            }

            if (!rows.TryGetValue(person.Key, out var row))
            {
                db.People.Add(row = rows[person.Key] = new PersonRow { Id = Guid.CreateVersion7(), Key = person.Key, Name = person.Name });
            }

            (row.Name, row.Mail, row.Title, row.Unit, row.Language) = (person.Name, person.Mail, person.Title, unit.Id, person.Language ?? row.Language);
            row.Positions = row.Positions.SequenceEqual(person.Positions, StringComparer.Ordinal) ? row.Positions : [.. person.Positions];
            row.Roles = row.Roles.SequenceEqual(person.Roles, StringComparer.Ordinal) ? row.Roles : [.. person.Roles];
        }

        missing.Refuse();

        // Managers in a second step: people may come in any order, and name each other.
        await this.SaveAsync(ct);
        for (var index = 0; index < people.Count; index++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"people[{index}].manager");
            rows[people[index].Key].Manager = people[index].Manager is { } manager ? missing.Find(rows, manager, path, "person")?.Id : null;
        }

        missing.Refuse();
        await this.SaveAsync(ct);
    }

    private async Task SaveAsync(CancellationToken ct) => this.Any |= await db.SaveChangesAsync(ct) > 0;

    /// <summary>Collects the keys that are named but not there.</summary>
    private sealed class Missing
    {
        private readonly List<Problem> problems = [];

        internal T? Find<T>(Dictionary<string, T> rows, string key, string path, string what)
            where T : class
        {
            if (rows.TryGetValue(key, out var row))
            {
                return row;
            }

            this.problems.Add(new Problem(path, "directory.unknown-key", $"There is no {what} with the key \"{key}\".") { Arguments = [key] });
            return null;
        }

        internal void Refuse()
        {
            if (this.problems.Count > 0)
            {
                throw RefusalException.Invalid(this.problems);
            }
        }
    }
}

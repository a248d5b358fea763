using Forms.Definitions.Calendars;
using Forms.Definitions.Loading;

namespace Forms.Definitions.Checks;

/// <summary>Units, positions, roles and people name each other rightly, and nobody is above themselves.</summary>
internal static class DirectoryCheck
{
    private static readonly string[] Languages = ["en", "zh-Hans", "zh-Hant"];

    internal static void Check(PackContent content, DefinitionSet set, ProblemList problems)
    {
        if (content.DirectoryIsBroken)
        {
            return;
        }

        foreach (var file in content.Files)
        {
            var context = new DefinitionContext(set, content.IsBroken, (path, code, message, severity) => problems.Add(file, path, code, message, severity));
            switch (file.Document)
            {
                case UnitsDocument document:
                    CheckUnits(document, context);
                    break;
                case PositionsDocument document:
                    CheckPositions(document, context);
                    break;
                case RolesDocument document:
                    GrantCheck.Check(document, context);
                    break;
                case PeopleDocument document:
                    CheckPeople(document, context);
                    break;
            }
        }
    }

    private static void CheckUnits(UnitsDocument document, DefinitionContext context)
    {
        var units = context.Set.Directory.Units;
        var circles = Circles.Find(units.ToDictionary(unit => unit.Key, unit => unit.Parent)).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, unit) in document.Units.Index())
        {
            var at = context.At($"units[{index}]");
            NeedKey(unit.Key, Keys.IsKey, at);
            NeedKnown(unit.Parent, units.Select(other => other.Key), at, "parent", "unit");
            NeedKnown(unit.Head, context.Set.Directory.Positions.Select(position => position.Key), at, "head", "position");
            if (unit.Calendar is { } calendar)
            {
                at.Need<CalendarDefinition>(calendar, "calendar", "calendar");
            }

            if (circles.Contains(unit.Key))
            {
                at.Error("parent", "unit.circle", $"The unit \"{unit.Key}\" is above itself: follow its parents upwards.");
            }
        }
    }

    private static void CheckPositions(PositionsDocument document, DefinitionContext context)
    {
        foreach (var (index, position) in document.Positions.Index())
        {
            var at = context.At($"positions[{index}]");
            NeedKey(position.Key, Keys.IsKey, at);
            NeedKnown(position.Unit, context.Set.Directory.Units.Select(unit => unit.Key), at, "unit", "unit");
        }
    }

    private static void CheckPeople(PeopleDocument document, DefinitionContext context)
    {
        var directory = context.Set.Directory;
        var circles = Circles.Find(directory.People.ToDictionary(person => person.Key, person => person.Manager)).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, person) in document.People.Index())
        {
            var at = context.At($"people[{index}]");
            NeedKey(person.Key, Keys.IsPersonKey, at);
            NeedKnown(person.Unit, directory.Units.Select(unit => unit.Key), at, "unit", "unit");
            NeedKnown(person.Manager, directory.People.Select(other => other.Key), at, "manager", "person");
            NeedKnown(person.Language, Languages, at, "language", "language");
            NeedAllKnown(person.Positions, directory.Positions.Select(position => position.Key), at, "positions", "position");
            NeedAllKnown(person.Roles, directory.Roles.Select(role => role.Key), at, "roles", "role");
            if (circles.Contains(person.Key))
            {
                at.Error("manager", "person.circle", $"\"{person.Key}\" is their own manager: follow the managers upwards.");
            }
        }
    }

    private static void NeedKey(string key, Func<string, bool> isKey, DefinitionContext at)
    {
        if (!isKey(key))
        {
            at.Error("key", "definition.key", $"The key \"{key}\" is not allowed: {Keys.KeyRule}.");
        }
    }

    private static void NeedKnown(string? key, IEnumerable<string> known, DefinitionContext at, string path, string noun)
    {
        if (key is not null)
        {
            at.NeedOneOf(key, known, path, noun);
        }
    }

    private static void NeedAllKnown(IReadOnlyList<string> keys, IEnumerable<string> known, DefinitionContext at, string path, string noun)
    {
        foreach (var (index, key) in keys.Index())
        {
            at.NeedOneOf(key, known, $"{path}[{index}]", noun);
        }
    }
}

using System.Collections.Frozen;
using Forms.Definitions;
using Forms.Definitions.Calendars;
using Forms.Problems;

namespace Forms.BusinessTime;

/// <summary>
/// The calendars of a definition set, made ready, and which of them counts for which unit: that of the unit, or of the
/// nearest unit above that names one, or else the default of the company. Immutable, thread-safe.
/// </summary>
public sealed class BusinessCalendars
{
    private readonly FrozenDictionary<string, BusinessCalendar> byKey;
    private readonly FrozenDictionary<string, BusinessCalendar> byUnit;

    /// <param name="set">
    /// Without errors, as the loader gives it. A set without calendars is allowed: then <see cref="Default"/> is
    /// <see cref="BusinessCalendar.AroundTheClock"/>.
    /// </param>
    /// <exception cref="InvalidDataException">A calendar cannot be made ready, which the check would have refused.</exception>
    public BusinessCalendars(DefinitionSet set)
    {
        this.byKey = set.All<CalendarDefinition>().ToFrozenDictionary(calendar => calendar.Key, calendar => CalendarCompiler.Compile(calendar, set));
        this.Default = set.All<CalendarDefinition>().FirstOrDefault(calendar => calendar.Default) is { } found
            ? this.byKey[found.Key]
            : BusinessCalendar.AroundTheClock;
        var units = set.Directory.Units.ToDictionary(unit => unit.Key);
        this.byUnit = units.Keys.ToFrozenDictionary(key => key, key => this.Above(key, units));
    }

    public static BusinessCalendars Empty { get; } = new(DefinitionSet.Empty);

    /// <summary>Of the company.</summary>
    public BusinessCalendar Default { get; }

    /// <summary>In no order.</summary>
    public IReadOnlyCollection<BusinessCalendar> All => this.byKey.Values;

    /// <summary>The calendar of a key; null when there is none.</summary>
    public BusinessCalendar? Find(string key) => this.byKey.GetValueOrDefault(key);

    /// <summary>The calendar of a key.</summary>
    /// <exception cref="RefusalException">There is none (not found).</exception>
    public BusinessCalendar Get(string key) => this.Find(key) ?? throw RefusalException.NotFound($"The calendar \"{key}\"");

    /// <summary>The calendar that counts for a unit; the default for one that the definitions no longer have.</summary>
    /// <param name="unit">Its key.</param>
    public BusinessCalendar ForUnit(string unit) => this.byUnit.GetValueOrDefault(unit, this.Default);

    private BusinessCalendar Above(string key, Dictionary<string, UnitDefinition> units)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var unit = units[key]; seen.Add(unit.Key);)
        {
            if (unit.Calendar is { } calendar)
            {
                return this.Find(calendar) ?? throw new InvalidDataException($"The unit \"{unit.Key}\" names the calendar \"{calendar}\", which is not there.");
            }

            if (unit.Parent is null || !units.TryGetValue(unit.Parent, out var parent))
            {
                break;
            }

            unit = parent;
        }

        return this.Default;
    }
}

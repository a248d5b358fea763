namespace Forms.Definitions.Calendars;

/// <summary>A calendar and those that it is based on.</summary>
internal static class CalendarChain
{
    /// <summary>From the calendar to the furthest that it is based on; what is not there ends it. Null when it goes round in a circle.</summary>
    internal static IReadOnlyList<CalendarDefinition>? Of(CalendarDefinition calendar, DefinitionSet set)
    {
        var chain = new List<CalendarDefinition>();
        for (var current = calendar; current is not null; current = current.BasedOn is { } key ? set.Find<CalendarDefinition>(key) : null)
        {
            if (chain.Exists(known => known.Key == current.Key))
            {
                return null;
            }

            chain.Add(current);
        }

        return chain;
    }

    /// <summary>The hours of the week that count.</summary>
    internal static WeekHours Hours(IReadOnlyList<CalendarDefinition> chain) =>
        chain.Select(calendar => calendar.Hours).FirstOrDefault(hours => hours is not null) ?? new WeekHours();
}

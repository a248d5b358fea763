namespace Forms.Definitions.Calendars;

/// <summary>Calendars: <c>calendars/{key}.json</c>.</summary>
public sealed class CalendarKind() : DefinitionKind<CalendarDefinition>("calendar", new DefinitionLayout.Files("calendars"))
{
    public override IReadOnlyDictionary<string, string> Descriptions => CalendarDescriptions.All;

    protected override CalendarDefinition WithFiles(CalendarDefinition definition, IReadOnlyDictionary<string, string> files) => definition;

    protected override IEnumerable<LabelUse> Labels(CalendarDefinition definition) =>
    [
        new LabelUse($"calendars/{definition.Key}", "label"),
        .. definition.Holidays.Index().Select(entry => new LabelUse($"calendars/{definition.Key}/holidays/{entry.Item.Id}", $"holidays[{entry.Index}].label")),
    ];

    protected override void Check(CalendarDefinition definition, DefinitionContext context)
    {
        CheckDefault(definition, context);
        HolidayCheck.Check(definition.Holidays, context);
        foreach (var (index, set) in definition.HolidaySets.Index())
        {
            context.Need<HolidaySetDefinition>(set, $"holidaySets[{index}]", "holiday set");
        }

        context.NeedDistinct(definition.HolidaySets, index => $"holidaySets[{index}]", "holiday set");
        if (definition.Hours is { } hours)
        {
            HoursCheck.Check(hours, context.At("hours"));
        }

        if (definition.TimeZone is { } zone)
        {
            TimeZoneCheck.Check(zone, context);
        }

        if (CheckBase(definition, context))
        {
            MakeUpDayCheck.Check(definition, context);
        }
    }

    private static void CheckDefault(CalendarDefinition definition, DefinitionContext context)
    {
        var calendars = context.Set.All<CalendarDefinition>().ToList();
        var first = calendars.Find(calendar => calendar.Default);
        if (definition.Default && first is not null && first.Key != definition.Key)
        {
            context.Error("default", "calendar.default", $"\"{first.Key}\" is the default already. One calendar counts where no other is named.");
        }
        else if (first is null && calendars[0].Key == definition.Key)
        {
            context.Error(string.Empty, "calendar.default", "No calendar is the default. Write \"default\": true in the one that counts where no other is named.");
        }
    }

    /// <summary>Whether zone and hours are given, here or further up.</summary>
    private static bool CheckBase(CalendarDefinition definition, DefinitionContext context)
    {
        if (definition.BasedOn is { } key)
        {
            if (context.Need<CalendarDefinition>(key, "basedOn", "calendar") is null)
            {
                return false;
            }

            if (CalendarChain.Of(definition, context.Set) is null)
            {
                context.Error("basedOn", "calendar.circle", $"The calendar \"{definition.Key}\" is based on itself: follow \"basedOn\" upwards.");
                return false;
            }

            return true;
        }

        foreach (var (name, given) in new[] { ("timeZone", definition.TimeZone is not null), ("hours", definition.Hours is not null) })
        {
            if (!given)
            {
                context.Error(string.Empty, "definition.missing", $"The property \"{name}\" is missing. Only a calendar with \"basedOn\" may leave it out.");
            }
        }

        return definition is { TimeZone: not null, Hours: not null };
    }
}

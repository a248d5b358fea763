using System.Globalization;

namespace Forms.Definitions.Calendars;

/// <summary>Holiday sets: <c>holidays/{key}.json</c>.</summary>
public sealed class HolidaySetKind() : DefinitionKind<HolidaySetDefinition>("holidays", new DefinitionLayout.Files("holidays"))
{
    public override IReadOnlyDictionary<string, string> Descriptions => CalendarDescriptions.All;

    protected override HolidaySetDefinition WithFiles(HolidaySetDefinition definition, IReadOnlyDictionary<string, string> files) => definition;

    protected override IEnumerable<LabelUse> Labels(HolidaySetDefinition definition) =>
    [
        new LabelUse($"holidays/{definition.Key}", "label"),
        .. definition.Holidays.Index().Select(entry => new LabelUse($"holidays/{definition.Key}/{entry.Item.Id}", $"holidays[{entry.Index}].label")),
    ];

    protected override void Check(HolidaySetDefinition definition, DefinitionContext context)
    {
        HolidayCheck.Check(definition.Holidays, context);
        var last = definition.Holidays.SelectMany(holiday => holiday.Days.Select(days => days.From).Concat(holiday.MakeUpDays.Select(day => day.Date))).DefaultIfEmpty().Max();
        if (last.Year > definition.KnownTo)
        {
            context.Error("knownTo", "holiday.known-to", string.Create(CultureInfo.InvariantCulture, $"{last:yyyy-MM-dd} is given, so more than {definition.KnownTo} is known."));
        }
    }
}

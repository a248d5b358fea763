using NodaTime;

namespace Forms.Definitions.Calendars;

/// <summary>Time zones are those of the IANA database.</summary>
internal static class TimeZoneCheck
{
    internal static void Check(string zone, DefinitionContext context)
    {
        var known = DateTimeZoneProviders.Tzdb.Ids;
        if (!known.Contains(zone))
        {
            context.Error("timeZone", "calendar.time-zone", $"There is no time zone \"{zone}\".{Spelling.DidYouMean(zone, known)} It is an IANA name: \"Asia/Shanghai\".");
        }
    }
}

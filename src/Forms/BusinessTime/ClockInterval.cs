using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Forms.BusinessTime;

/// <summary>
/// Working hours of a day as the clock on the wall shows them, in minutes after midnight. The end is not part of it; past
/// midnight it goes on counting, so <c>22:00-06:00</c> ends at 1800 and belongs to the day on which it begins.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct ClockInterval(int From, int To)
{
    internal const int MinutesOfDay = 24 * 60;

    internal bool CrossesMidnight => this.To > MinutesOfDay;

    /// <summary>Reads <c>08:30-12:00</c>. An end that is not after the start is on the next day; the two differ.</summary>
    internal static bool TryParse(string text, out ClockInterval interval)
    {
        interval = default;
        var parts = Form().Match(text);
        if (!parts.Success)
        {
            return false;
        }

        var (from, to) = (Minutes(parts, "from"), Minutes(parts, "to"));
        interval = new ClockInterval(from, to > from ? to : to + MinutesOfDay);
        return from < MinutesOfDay && from != to && to <= MinutesOfDay;
    }

    public override string ToString() => $"{Text(this.From)}-{Text(this.CrossesMidnight ? this.To - MinutesOfDay : this.To)}";

    private static int Minutes(Match parts, string side) =>
        (60 * int.Parse(parts.Groups[side + "Hour"].ValueSpan, CultureInfo.InvariantCulture)) + int.Parse(parts.Groups[side + "Minute"].ValueSpan, CultureInfo.InvariantCulture);

    private static string Text(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    [GeneratedRegex("^(?<fromHour>[0-2][0-9]):(?<fromMinute>[0-5][0-9])-(?<toHour>[0-2][0-9]):(?<toMinute>[0-5][0-9])\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Form();
}

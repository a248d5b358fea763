using System.Text.Json.Serialization;

namespace Forms.Definitions.Calendars;

/// <summary>
/// Working hours by day of the week, each as <c>08:30-12:00</c> by the clock of the zone, in order. An end that is not
/// after the start is on the next day: <c>22:00-06:00</c> is a night shift of the day on which it begins. A day left out
/// is not worked.
/// </summary>
public sealed record WeekHours
{
    [JsonPropertyOrder(0)]
    public IReadOnlyList<string> Monday { get; init; } = [];

    [JsonPropertyOrder(1)]
    public IReadOnlyList<string> Tuesday { get; init; } = [];

    [JsonPropertyOrder(2)]
    public IReadOnlyList<string> Wednesday { get; init; } = [];

    [JsonPropertyOrder(3)]
    public IReadOnlyList<string> Thursday { get; init; } = [];

    [JsonPropertyOrder(4)]
    public IReadOnlyList<string> Friday { get; init; } = [];

    [JsonPropertyOrder(5)]
    public IReadOnlyList<string> Saturday { get; init; } = [];

    [JsonPropertyOrder(6)]
    public IReadOnlyList<string> Sunday { get; init; } = [];

    /// <summary>The hours of a day of the week.</summary>
    public IReadOnlyList<string> Of(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => this.Monday,
        DayOfWeek.Tuesday => this.Tuesday,
        DayOfWeek.Wednesday => this.Wednesday,
        DayOfWeek.Thursday => this.Thursday,
        DayOfWeek.Friday => this.Friday,
        DayOfWeek.Saturday => this.Saturday,
        DayOfWeek.Sunday => this.Sunday,
        _ => throw new ArgumentOutOfRangeException(nameof(day), day, "Not a day of the week."),
    };
}

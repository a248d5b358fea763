using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Forms.Problems;

namespace Forms.BusinessTime;

/// <summary>
/// A length of time as people agree on it: "2 business days". What it means is worked out by a
/// <see cref="BusinessCalendar"/>. Written as a whole number and a unit without a space: <c>2bd</c>, <c>4bh</c>,
/// <c>30bm</c>, <c>12h</c>, <c>3d</c>, <c>2w</c>, <c>1mo</c>; with a minus for the time before: <c>-2bd</c>.
/// Two durations are equal when they are written alike: <c>60bm</c> is not <c>1bh</c>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
[JsonConverter(typeof(BusinessDurationConverter))]
public readonly record struct BusinessDuration
{
    /// <summary>The largest number of any unit, either way.</summary>
    public const int MaxAmount = 1_000_000;

    /// <exception cref="ArgumentOutOfRangeException">The amount is beyond <see cref="MaxAmount"/>.</exception>
    public BusinessDuration(int amount, BusinessUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, MaxAmount);
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, -MaxAmount);
        this.Amount = amount;
        this.Unit = unit;
    }

    /// <summary>How many; negative for the time before.</summary>
    public int Amount { get; }

    public BusinessUnit Unit { get; }

    public static BusinessDuration WorkingMinutes(int amount) => new(amount, BusinessUnit.WorkingMinute);

    public static BusinessDuration WorkingHours(int amount) => new(amount, BusinessUnit.WorkingHour);

    public static BusinessDuration WorkingDays(int amount) => new(amount, BusinessUnit.WorkingDay);

    public static BusinessDuration Hours(int amount) => new(amount, BusinessUnit.Hour);

    public static BusinessDuration Days(int amount) => new(amount, BusinessUnit.Day);

    public static BusinessDuration Weeks(int amount) => new(amount, BusinessUnit.Week);

    public static BusinessDuration Months(int amount) => new(amount, BusinessUnit.Month);

    public static BusinessDuration operator -(BusinessDuration duration) => new(-duration.Amount, duration.Unit);

    /// <summary>Reads the written form.</summary>
    /// <param name="text">Exactly as written by <see cref="ToString"/>.</param>
    /// <param name="duration">What it says.</param>
    /// <param name="problem">
    /// Otherwise what is wrong: <c>duration.form</c> (not a whole number and a unit), <c>duration.unit</c> (no such unit),
    /// <c>duration.amount</c> (beyond <see cref="MaxAmount"/>).
    /// </param>
    public static bool TryParse(string text, out BusinessDuration duration, [NotNullWhen(false)] out Problem? problem) =>
        BusinessDurationText.TryParse(text, out duration, out problem);

    /// <exception cref="FormatException">The text is not a duration; the message says why.</exception>
    public static BusinessDuration Parse(string text) =>
        TryParse(text, out var duration, out var problem) ? duration : throw new FormatException(problem.Message);

    /// <summary>As a person reads it: "2 business days", "2 个工作日", "2 個工作日".</summary>
    public string Display(CultureInfo culture) => BusinessDurationWords.Write(this, culture);

    /// <summary>The written form: <c>2bd</c>.</summary>
    public override string ToString() => BusinessDurationText.Write(this);
}

namespace Forms.BusinessTime;

/// <summary>A moment cannot be worked out.</summary>
/// <param name="code">Stable: <see cref="OutOfRange"/> or <see cref="NoWorkingTime"/>.</param>
/// <param name="message">What was asked for, and why there is no answer.</param>
public sealed class BusinessTimeException(string code, string message) : Exception(message)
{
    /// <summary>A moment, given or worked out, lies outside the years that calendars know.</summary>
    public const string OutOfRange = "business-time.out-of-range";

    /// <summary>
    /// The calendar has no working week, and no more working time in that direction. The check of definitions refuses such calendars, so this is one
    /// that came another way.
    /// </summary>
    public const string NoWorkingTime = "business-time.no-working-time";

    public string Code { get; } = code;
}

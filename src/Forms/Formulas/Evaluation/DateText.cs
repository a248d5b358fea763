using System.Globalization;
using Jint.Native.Date;

namespace Forms.Formulas.Evaluation;

/// <summary>Dates as formulas see them: 'yyyy-MM-dd', or with the time in UTC when there is one.</summary>
internal static class DateText
{
    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Write(DateInstance date)
    {
        if (double.IsNaN(date.PrimitiveValue))
        {
            throw new FormulaException(FormulaErrorCodes.Result, "The formula gives a date that does not exist.");
        }

        var time = DateTime.UnixEpoch.AddMilliseconds(Math.Clamp(date.PrimitiveValue, -62135596800000d, 253402300799999d));
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>Takes 'yyyy-MM-dd'; a time after it ('T...') is left out.</summary>
    public static bool TryRead(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text.Length > 10 && text[10] is 'T' or ' ' ? text.AsSpan(0, 10) : text, "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}

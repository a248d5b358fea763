using System.Globalization;

namespace Forms.BusinessTime;

/// <summary>Durations in the languages of the pages; English where the language has none. What is negative lies before.</summary>
internal static class BusinessDurationWords
{
    private const string Before = "{0} before";
    private const string ChineseBefore = "{0}前";

    internal static string Write(BusinessDuration duration, CultureInfo culture)
    {
        var count = Math.Abs(duration.Amount);
        var text = string.Format(culture, Form(duration.Unit, count, LanguageOf(culture)), count);
        return duration.Amount >= 0 ? text : string.Format(culture, culture.TwoLetterISOLanguageName == "zh" ? ChineseBefore : Before, text);
    }

    private static string Form(BusinessUnit unit, int count, string language) => (unit, language) switch
    {
        (BusinessUnit.WorkingMinute, "zh-Hans") => "{0} 个工作分钟",
        (BusinessUnit.WorkingMinute, "zh-Hant") => "{0} 個工作分鐘",
        (BusinessUnit.WorkingMinute, _) => count == 1 ? "{0} business minute" : "{0} business minutes",
        (BusinessUnit.WorkingHour, "zh-Hans") => "{0} 个工作小时",
        (BusinessUnit.WorkingHour, "zh-Hant") => "{0} 個工作小時",
        (BusinessUnit.WorkingHour, _) => count == 1 ? "{0} business hour" : "{0} business hours",
        (BusinessUnit.WorkingDay, "zh-Hans") => "{0} 个工作日",
        (BusinessUnit.WorkingDay, "zh-Hant") => "{0} 個工作日",
        (BusinessUnit.WorkingDay, _) => count == 1 ? "{0} business day" : "{0} business days",
        (BusinessUnit.Hour, "zh-Hans") => "{0} 小时",
        (BusinessUnit.Hour, "zh-Hant") => "{0} 小時",
        (BusinessUnit.Hour, _) => count == 1 ? "{0} hour" : "{0} hours",
        (BusinessUnit.Day, "zh-Hans" or "zh-Hant") => "{0} 天",
        (BusinessUnit.Day, _) => count == 1 ? "{0} day" : "{0} days",
        (BusinessUnit.Week, "zh-Hans") => "{0} 周",
        (BusinessUnit.Week, "zh-Hant") => "{0} 週",
        (BusinessUnit.Week, _) => count == 1 ? "{0} week" : "{0} weeks",
        (BusinessUnit.Month, "zh-Hans") => "{0} 个月",
        (BusinessUnit.Month, "zh-Hant") => "{0} 個月",
        (BusinessUnit.Month, _) => count == 1 ? "{0} month" : "{0} months",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit."),
    };

    /// <summary><c>zh-Hant</c> of <c>zh-TW</c>.</summary>
    private static string LanguageOf(CultureInfo culture)
    {
        for (var current = culture; current.Name.Length > 0; current = current.Parent)
        {
            if (current.Name is "zh-Hans" or "zh-Hant")
            {
                return current.Name;
            }
        }

        return culture.TwoLetterISOLanguageName == "zh" ? "zh-Hans" : "en";
    }
}

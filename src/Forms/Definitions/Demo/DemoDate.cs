using System.Globalization;

namespace Forms.Definitions.Demo;

/// <summary>Dates of a demo: <c>@today</c>, <c>@today+7</c>, <c>@today-30</c>.</summary>
public static class DemoDate
{
    private const string Today = "@today";

    /// <summary>The date meant on a day; false when the text is not such a word (it may be an ISO date).</summary>
    public static bool TryParse(string text, DateOnly today, out DateOnly date)
    {
        date = today;
        if (!text.StartsWith(Today, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = text.AsSpan(Today.Length);
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] is not ('+' or '-') || !int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days))
        {
            return false;
        }

        // A check asks without a day: then only the spelling counts.
        date = today == default ? default : today.AddDays(days);
        return true;
    }
}

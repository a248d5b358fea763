using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Forms.Definitions;
using Forms.Problems;

namespace Forms.BusinessTime;

/// <summary>The written form of durations in definitions.</summary>
internal static partial class BusinessDurationText
{
    /// <summary>For the JSON Schema of definitions that have one.</summary>
    internal const string Pattern = "^-?(0|[1-9][0-9]*)(bm|bh|bd|h|d|w|mo)$";

    private const string Units = "bm, bh, bd (working minutes, hours, days), h, d, w, mo (hours, days, weeks, months)";

    private static readonly Dictionary<string, BusinessUnit> ByName = new(StringComparer.Ordinal)
    {
        ["bm"] = BusinessUnit.WorkingMinute,
        ["bh"] = BusinessUnit.WorkingHour,
        ["bd"] = BusinessUnit.WorkingDay,
        ["h"] = BusinessUnit.Hour,
        ["d"] = BusinessUnit.Day,
        ["w"] = BusinessUnit.Week,
        ["mo"] = BusinessUnit.Month,
    };

    private static readonly Dictionary<BusinessUnit, string> Names = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    internal static string Write(BusinessDuration duration) =>
        string.Create(CultureInfo.InvariantCulture, $"{duration.Amount}{Names[duration.Unit]}");

    internal static bool TryParse(string text, out BusinessDuration duration, [NotNullWhen(false)] out Problem? problem)
    {
        duration = default;
        problem = null;
        var parts = Form().Match(text);
        if (!parts.Success)
        {
            problem = Wrong("duration.form", $"\"{text}\" is not a duration. It is a whole number and a unit without a space: \"2bd\". Units: {Units}.", text);
        }
        else if (!ByName.TryGetValue(parts.Groups["unit"].Value, out var unit))
        {
            var name = parts.Groups["unit"].Value;
            problem = Wrong("duration.unit", $"\"{name}\" is not a unit of time.{Spelling.DidYouMean(name, ByName.Keys)} Units: {Units}.", text);
        }
        else if (!int.TryParse(parts.Groups["amount"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) || Math.Abs((long)amount) > BusinessDuration.MaxAmount)
        {
            problem = Wrong("duration.amount", $"\"{text}\" is too long: the number is at most {BusinessDuration.MaxAmount}.", text);
        }
        else
        {
            duration = new BusinessDuration(amount, unit);
        }

        return problem is null;
    }

    private static Problem Wrong(string code, string message, string text) => new(string.Empty, code, message) { Arguments = [text] };

    [GeneratedRegex("^(?<amount>-?(0|[1-9][0-9]*))(?<unit>[A-Za-z]+)\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Form();
}

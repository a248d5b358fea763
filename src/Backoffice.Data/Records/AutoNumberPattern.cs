using System.Globalization;
using System.Text.RegularExpressions;

namespace Backoffice.Data.Records;

/// <summary>The pattern of an auto number on a date: <c>CT-{yyyy}-{0000}</c>.</summary>
/// <param name="Before">Text before the counter: <c>CT-2026-</c>.</param>
/// <param name="Digits">At least so many digits.</param>
/// <param name="After">Text after it.</param>
internal sealed partial record AutoNumberPattern(string Before, int Digits, string After)
{
    internal static AutoNumberPattern On(string pattern, DateOnly date)
    {
        var dated = pattern
            .Replace("{yyyy}", date.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{yy}", date.ToString("yy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{MM}", date.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{dd}", date.ToString("dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var counter = Counter().Match(dated);
        return counter.Success
            ? new AutoNumberPattern(dated[..counter.Index], counter.Length - 2, dated[(counter.Index + counter.Length)..])
            : new AutoNumberPattern(dated, 1, string.Empty);
    }

    internal string Write(long number) => this.Before + number.ToString("D" + this.Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + this.After;

    [GeneratedRegex(@"\{0+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counter();
}

using System.Text.RegularExpressions;

namespace Backoffice.Data.Import;

/// <summary>Text with columns in braces: <c>Order {orderID}</c>.</summary>
internal static partial class TextTemplate
{
    internal static IEnumerable<string> ColumnsOf(string? template) =>
        template is null ? [] : Place().Matches(template).Select(match => match.Groups["name"].Value);

    /// <summary>The text for a row, trimmed; null when it is empty.</summary>
    internal static string? Fill(string template, CsvRow row)
    {
        var text = Place().Replace(template, match => row[match.Groups["name"].Value] ?? string.Empty).Trim();
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}

using System.Text.RegularExpressions;

namespace Backoffice.Data.Workflows;

/// <summary>Fills <c>{field}</c> placeholders; one that is not known stays as it is.</summary>
internal static partial class Placeholders
{
    internal static string Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(template, match => values.GetValueOrDefault(match.Groups["field"].Value, match.Value));

    [GeneratedRegex(@"\{(?<field>[A-Za-z][A-Za-z0-9]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Placeholder();
}

using System.Text.RegularExpressions;
using Forms.Fields;

namespace Forms.Definitions.Checks.OfForms;

/// <summary>The pattern of a number: known parts, one counter, short enough.</summary>
internal static partial class AutoNumberCheck
{
    internal static void Check(AutoNumberField field, DefinitionContext context)
    {
        var parts = Part().Matches(field.Pattern).Select(match => match.Groups[1].Value).ToList();
        var unknown = parts.Where(part => part is not ("yyyy" or "yy" or "MM" or "dd") && !IsCounter(part)).ToList();
        if (unknown.Count > 0)
        {
            Report($"\"{{{unknown[0]}}}\" is not a part of a number. Known: {{yyyy}}, {{yy}}, {{MM}}, {{dd}}, and zeros for the counter: {{0000}}.");
        }
        else if (Part().Replace(field.Pattern, string.Empty).AsSpan().ContainsAny('{', '}'))
        {
            Report("A brace is not closed.");
        }
        else if (parts.Count(IsCounter) != 1)
        {
            Report("The pattern needs exactly one counter, written as zeros in braces: \"CT-{yyyy}-{0000}\".");
        }
        else if (field.Pattern.Length > 50)
        {
            Report("The pattern is longer than 50 characters.");
        }

        void Report(string message) => context.Error("pattern", "field.auto-number", message);
    }

    private static bool IsCounter(string part) => part.Length is > 0 and <= 12 && part.All(letter => letter == '0');

    [GeneratedRegex("\\{([^{}]*)\\}")]
    private static partial Regex Part();
}

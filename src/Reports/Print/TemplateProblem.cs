using System.Globalization;
using System.Text.RegularExpressions;
using Forms.Problems;
using HandlebarsDotNet;

namespace Reports.Print;

/// <summary>Says an error of a template with file and line.</summary>
internal static partial class TemplateProblem
{
    internal static Problem At(string file, int line, string code, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}"), code, message);

    /// <summary>Handlebars tells the place only in its message, as <c>Occured at: line:column</c>.</summary>
    internal static Problem Of(string file, HandlebarsException exception)
    {
        var message = exception.Message;
        var place = Place().Match(message);
        return place.Success
            ? new Problem($"{file}:{place.Groups["line"].Value}", "print.template", message[..place.Index].Trim())
            : new Problem(file, "print.template", message);
    }

    [GeneratedRegex(@"\s*Occured at:\s*(?<line>\d+):\d+\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Place();
}

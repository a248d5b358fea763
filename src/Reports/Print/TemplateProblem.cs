using System.Globalization;
using System.Text.RegularExpressions;
using Forms.Problems;

namespace Reports.Print;

/// <summary>Says an error of a template with file and line.</summary>
internal static partial class TemplateProblem
{
    internal static Problem At(string file, int line, string code, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}"), code, message);

    /// <summary>Handlebars tells the place only in its message, as <c>Occured at: line:column</c>, lines from 0.</summary>
    internal static Problem Of(string file, Exception exception)
    {
        var message = exception.Message;
        var place = Place().Match(message);
        return place.Success
            ? At(file, int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture) + 1, "print.template", message[..place.Index].Trim())
            : new Problem(file, "print.template", $"The template could not be read: {message}");
    }

    [GeneratedRegex(@"\s*Occured at:\s*(?<line>\d{1,6}):\d+\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Place();
}

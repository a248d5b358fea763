using System.Text.RegularExpressions;
using Forms.Problems;

namespace Reports.Print;

/// <summary>Checks print.json and style.css.</summary>
internal static class PrintSettingsCheck
{
    private const decimal WidestMargin = 80;

    internal static IEnumerable<Problem> Check(PrintTemplate template, PrintNames names)
    {
        if (template.File(PrintTemplate.StyleFile).Contains("</", StringComparison.Ordinal))
        {
            yield return new Problem(PrintTemplate.StyleFile, "print.style", "style.css holds \"</\", which would end the style. Write it as \"<\\/\".");
        }

        foreach (var problem in OutsideContent.Check(PrintTemplate.StyleFile, template.File(PrintTemplate.StyleFile)))
        {
            yield return problem;
        }

        foreach (Match match in PrintFileName.Placeholder().Matches(template.FileName ?? string.Empty))
        {
            var field = match.Groups["field"].Value;
            if (!names.Within[PrintNames.Plain].Within.ContainsKey(field))
            {
                yield return new Problem("fileName", "print.file-name", $"fileName names \"{field}\", which is no field of the form {template.Form}.");
            }
        }

        foreach (var (key, word) in template.Words)
        {
            if (!word.ContainsKey("en"))
            {
                yield return new Problem($"words.{key}", "print.word", $"The word \"{key}\" has no English (\"en\").");
            }
        }

        var margins = template.Margins;
        if (((decimal[])[margins.Top, margins.Right, margins.Bottom, margins.Left]).Any(margin => margin is < 0 or > WidestMargin))
        {
            yield return new Problem("margins", "print.margins", "Margins are 0 to 80 millimetres.");
        }
    }
}

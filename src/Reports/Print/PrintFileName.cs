using System.Text.RegularExpressions;
using Forms.Records;

namespace Reports.Print;

/// <summary>Names the PDF after the record, with nothing in it that a file system refuses.</summary>
internal static partial class PrintFileName
{
    private const int Longest = 120;

    internal static string Of(PrintTemplate template, IReadOnlyDictionary<string, object?> values, Record record)
    {
        var name = Placeholder().Replace(template.FileName, match => values.GetValueOrDefault(match.Groups["field"].Value) as string ?? string.Empty);
        if (name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^4];
        }

        name = Refused().Replace(name, "-").Trim(' ', '.', '-');
        if (name.Length == 0)
        {
            name = $"{template.Form}-{record.Id:N}";
        }

        return (name.Length > Longest ? name[..Longest] : name) + ".pdf";
    }

    [GeneratedRegex(@"\{(?<field>\w+)\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{Cc}\p{Cs}<>:""/\\|?*]+", RegexOptions.CultureInvariant)]
    private static partial Regex Refused();
}

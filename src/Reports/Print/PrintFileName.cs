using System.Text.RegularExpressions;

namespace Reports.Print;

/// <summary>Names the PDF after the record, with nothing in it that a file system refuses.</summary>
internal static partial class PrintFileName
{
    private const int Longest = 120;

    internal static string Of(PrintTemplate template, PrintModel model, IReadOnlyDictionary<string, object?> values)
    {
        var pattern = template.FileName ?? (model.Form.Summary.Number is { } number ? $"{{{number}}}" : string.Empty);
        var name = Placeholder().Replace(pattern, match => values.GetValueOrDefault(match.Groups["field"].Value) as string ?? string.Empty);
        if (name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^4];
        }

        name = Refused().Replace(name, "-").Trim(' ', '.', '-');
        if (name.Length == 0)
        {
            name = $"{template.Form}-{model.Record.Id:N}";
        }

        return (name.Length > Longest ? name[..Longest] : name) + ".pdf";
    }

    [GeneratedRegex(@"\{(?<field>\w+)\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{Cc}\p{Cs}<>:""/\\|?*]+", RegexOptions.CultureInvariant)]
    private static partial Regex Refused();
}

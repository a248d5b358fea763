using System.Globalization;
using System.Text.Json.Serialization;
using Forms.Conditions;
using Forms.Definitions;

namespace Reports.Print;

/// <summary>
/// How records of a form are printed: <c>print/&lt;key&gt;/print.json</c> with <c>template.html</c> (Handlebars, the
/// content of the body), <c>style.css</c>, and optionally <c>header.html</c> and <c>footer.html</c>, which Chromium
/// repeats on each page and in which it fills <c>&lt;span class="pageNumber"&gt;</c> and <c>totalPages</c>.
/// </summary>
public sealed record PrintTemplate : IDefinition
{
    /// <summary>Name of the file with the content of the page.</summary>
    public const string TemplateFile = "template.html";

    /// <summary>Name of the file with the look of the page.</summary>
    public const string StyleFile = "style.css";

    /// <summary>Name of the file with what stands at the top of each page.</summary>
    public const string HeaderFile = "header.html";

    /// <summary>Name of the file with what stands at the foot of each page.</summary>
    public const string FooterFile = "footer.html";

    /// <summary>Every file a template may have beside print.json; <see cref="TemplateFile"/> it must have.</summary>
    public static readonly IReadOnlyList<string> AllFiles = [TemplateFile, StyleFile, HeaderFile, FooterFile];

    [JsonPropertyOrder(0)]
    public required string Key { get; init; }

    [JsonPropertyOrder(1)]
    public required string Label { get; init; }

    /// <summary>Key of the form whose records it prints.</summary>
    [JsonPropertyOrder(2)]
    public required string Form { get; init; }

    /// <summary>Which records may be printed; every record when absent.</summary>
    [JsonPropertyOrder(3)]
    public Condition? When { get; init; }

    [JsonPropertyOrder(4)]
    public PaperSize Paper { get; init; } = PaperSize.A4;

    [JsonPropertyOrder(5)]
    public bool Landscape { get; init; }

    [JsonPropertyOrder(6)]
    public PageMargins Margins { get; init; } = new();

    /// <summary>Name of the PDF, with names of fields in braces: <c>{number}.pdf</c>. The record's number where not given.</summary>
    [JsonPropertyOrder(7)]
    public string? FileName { get; init; }

    /// <summary>
    /// The template's own words by key and language, written <c>{{t 'parties'}}</c> in it. Every word has <c>en</c>;
    /// <c>zh-Hans</c> and <c>zh-Hant</c> fall back to each other, then to English.
    /// </summary>
    [JsonPropertyOrder(8)]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>The text of a file beside print.json; empty when there is none.</summary>
    public string File(string name) => this.Files.GetValueOrDefault(name, string.Empty);

    /// <summary>A word in a language; the key itself when the template has no such word.</summary>
    public string Word(string key, CultureInfo culture)
    {
        if (!this.Words.TryGetValue(key, out var word))
        {
            return key;
        }

        foreach (var language in PrintLanguage.Fallbacks(culture))
        {
            if (word.TryGetValue(language, out var text))
            {
                return text;
            }
        }

        return key;
    }
}

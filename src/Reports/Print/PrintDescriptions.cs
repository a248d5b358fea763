namespace Reports.Print;

/// <summary>Sentences for the JSON Schema of print templates.</summary>
internal static class PrintDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PrintTemplate"] = "How records of a form are printed. The page is template.html (Handlebars) and style.css beside this file; header.html and footer.html are repeated on each page.",
        ["PrintTemplate.form"] = "Key of the form whose records it prints.",
        ["PrintTemplate.when"] = "Which records may be printed; every record when absent.",
        ["PrintTemplate.paper"] = "a4 where not given.",
        ["PrintTemplate.margins"] = "White space around the content in millimetres. Header and footer are printed inside the top and bottom margins.",
        ["PrintTemplate.fileName"] = "Name of the PDF, with names of fields in braces: {number}.pdf. The record's number where not given.",
        ["PrintTemplate.words"] = "The template's own words by key, each in its languages: { \"en\": \"Parties\", \"zh-Hans\": \"双方\" }. Written {{t 'parties'}} in the template.",
    };
}

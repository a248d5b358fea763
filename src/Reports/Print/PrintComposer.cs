using System.Collections.Concurrent;
using System.Globalization;
using Forms.Definitions;
using Forms.Problems;
using HandlebarsDotNet;

namespace Reports.Print;

/// <summary>
/// Fills print templates. Compiled templates are kept by their text, so an unchanged template is compiled once.
/// Thread-safe; one for the process.
/// </summary>
public sealed class PrintComposer
{
    private const int MostKept = 200;

    private static readonly IEnumerable<string> Parts = PrintTemplate.AllFiles.Where(file => file != PrintTemplate.StyleFile);

    private readonly IHandlebars handlebars = TemplateLanguage.Create();
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> compiled = new(StringComparer.Ordinal);

    /// <summary>Makes the document of a record in a language (en, zh-Hans, zh-Hant).</summary>
    /// <exception cref="RefusalException">The template has errors (invalid); its problems name file and line.</exception>
    public PrintDocument Compose(PrintTemplate template, PrintModel model, CultureInfo culture)
    {
        var values = new PrintValues(model, culture).Root();
        var language = new TemplateContext(template, culture);
        var fileName = PrintFileName.Of(template, model, values);
        var options = new PdfOptions
        {
            Paper = template.Paper,
            Landscape = template.Landscape,
            Margins = template.Margins,
            Header = this.Running(PrintTemplate.HeaderFile, language, values),
            Footer = this.Running(PrintTemplate.FooterFile, language, values),
        };
        var body = this.Fill(PrintTemplate.TemplateFile, language, values);
        var title = Path.GetFileNameWithoutExtension(fileName);
        return new PrintDocument(PrintPage.Document(template, title, body, culture), options, fileName);
    }

    /// <summary>
    /// What is wrong with a template, without printing a record: its syntax, and names, helpers and words that do not
    /// exist. Paths are <c>template.html:12</c>, or places in print.json (<c>words.parties</c>).
    /// </summary>
    public IReadOnlyList<Problem> Check(PrintTemplate template, FormDefinition form)
    {
        var names = PrintNames.Of(form);
        var problems = new List<Problem>(PrintSettingsCheck.Check(template, names));
        foreach (var file in Parts.Where(file => template.File(file).Length > 0))
        {
            try
            {
                _ = this.Compiled(file, template.File(file));
                problems.AddRange(new TemplateNames(template, file, names).Check());
            }
            catch (RefusalException refusal)
            {
                problems.AddRange(refusal.Problems);
            }
        }

        return problems;
    }

    private string? Running(string file, TemplateContext context, Dictionary<string, object?> values) =>
        context.Template.File(file).Length == 0 ? null : PrintPage.Running(this.Fill(file, context, values), context.Template, context.Culture);

    private string Fill(string file, TemplateContext context, Dictionary<string, object?> values)
    {
        var template = this.Compiled(file, context.Template.File(file));
        try
        {
            return template(values, context.Data);
        }
        catch (Exception exception)
        {
            // The values hold only texts and lists, so what fails is what the template asks of them.
            throw RefusalException.Invalid([TemplateProblem.Of(file, exception)]);
        }
    }

    private HandlebarsTemplate<object, object> Compiled(string file, string text)
    {
        if (this.compiled.TryGetValue(text, out var known))
        {
            return known;
        }

        List<Problem> problems = [.. TemplateTags.Check(file, text), .. OutsideContent.Check(file, text)];
        if (problems.Count > 0)
        {
            throw RefusalException.Invalid(problems);
        }

        try
        {
            var template = this.handlebars.Compile(text);
            if (this.compiled.Count >= MostKept)
            {
                this.compiled.Clear();
            }

            return this.compiled[text] = template;
        }
        catch (Exception exception)
        {
            // Handlebars.Net throws exceptions of many types on text it cannot read.
            throw RefusalException.Invalid([TemplateProblem.Of(file, exception)]);
        }
    }
}

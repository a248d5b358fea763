using System.Globalization;
using HandlebarsDotNet;

namespace Reports.Print;

/// <summary>
/// Handlebars as templates may use it: <c>if</c>, <c>unless</c>, <c>each</c>, <c>with</c>, <c>lookup</c>, and our own
/// <c>t</c> (a word of the template) and <c>eq</c> (two values are the same). Values are always encoded as text.
/// </summary>
internal static class TemplateLanguage
{
    /// <summary>Helpers a template may call.</summary>
    internal static readonly IReadOnlySet<string> Helpers = new HashSet<string>(StringComparer.Ordinal)
    {
        "if", "unless", "each", "with", "lookup", "t", "eq",
    };

    internal static IHandlebars Create()
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            TextEncoder = new HtmlText(),
            FormatProvider = CultureInfo.InvariantCulture,
            FormatterProviders = { new TableLabel.Formatter() },
        });
        handlebars.RegisterHelper("t", static (in HelperOptions options, in Context _, in Arguments arguments) =>
            options.Data[TemplateContext.Name] is TemplateContext context ? Word(context, arguments) : string.Empty);
        handlebars.RegisterHelper("eq", static (in HelperOptions _, in Context _, in Arguments arguments) =>
            arguments.Length == 2 && string.Equals(Text(arguments[0]), Text(arguments[1]), StringComparison.Ordinal));
        return handlebars;
    }

    private static string Word(TemplateContext context, in Arguments arguments) =>
        arguments.Length == 0 ? string.Empty : context.Template.Word(Text(arguments[0]), context.Culture);

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
}

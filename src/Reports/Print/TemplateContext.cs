using System.Globalization;

namespace Reports.Print;

/// <summary>What a template's helpers know beside the values: whose words, in which language.</summary>
internal sealed record TemplateContext(PrintTemplate Template, CultureInfo Culture)
{
    internal const string Name = "printContext";

    /// <summary>Handed to Handlebars as private data of one run.</summary>
    internal Dictionary<string, object?> Data => new(StringComparer.Ordinal) { [Name] = this };
}

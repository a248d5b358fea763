using Forms.Fields;

namespace Forms.Definitions.Importing;

/// <summary>Whether each mapped field can be filled in the way that is asked for.</summary>
internal static class ImportFieldCheck
{
    internal static void CheckAll(IReadOnlyList<ImportField> mapped, IReadOnlyList<FieldDefinition> fields, DefinitionContext context)
    {
        context.NeedDistinct(mapped.Select(field => field.Field), index => $"fields[{index}].field", "field");
        foreach (var (index, map) in mapped.Index())
        {
            var at = context.At($"fields[{index}]");
            CheckSource(map, at);
            if (at.NeedOneOf(map.Field, fields.Select(field => field.Name), "field", "field"))
            {
                CheckField(map, fields.First(field => field.Name == map.Field), at);
            }
        }
    }

    internal static void CheckSource(ImportField map, DefinitionContext context)
    {
        if (new[] { map.Column, map.Text, map.Value }.Count(source => source is not null) != 1)
        {
            context.Error(string.Empty, "import.source", "A field comes from exactly one of \"column\", \"text\" and \"value\".");
        }

        if (map.Otherwise is not null && map.Values is null)
        {
            context.Error("otherwise", "import.otherwise", "\"otherwise\" says what a text that is not in \"values\" becomes; there are no \"values\".");
        }

        NeedTemplate(map.Text, "text", context);
        if (map.Through is { } through)
        {
            NeedFileName(through.File, "through.file", context);
            NeedTemplate(through.Text, "through.text", context);
        }
    }

    internal static void NeedFileName(string file, string path, DefinitionContext context)
    {
        if (!file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.AsSpan().ContainsAny('/', '\\'))
        {
            context.Error(path, "import.file", $"\"{file}\" is not the name of a CSV file: \"orders.csv\", without a folder.");
        }
    }

    private static void NeedTemplate(string? text, string path, DefinitionContext context)
    {
        if (text is not null && !ImportText.TryColumns(text, out _))
        {
            context.Error(path, "import.text", $"A brace in \"{text}\" is not closed, or holds no name: \"Order {{orderID}}\".");
        }
    }

    private static void CheckField(ImportField map, FieldDefinition field, DefinitionContext context)
    {
        if (field.IsComputed || field is TableField or FileField)
        {
            var advice = field is TableField ? " Sub-tables are filled by \"rows\"." : string.Empty;
            context.Error("field", "import.field", $"{field.Label} cannot be filled by an import.{advice}");
        }

        if (field is LinkField link)
        {
            CheckBy(map, link, context);
        }
        else if (map.By is not null)
        {
            context.Error("by", "import.by", $"\"by\" finds the record of a link; {field.Label} is none.");
        }

        if (map.Value is { } value && field is not (LinkField or PersonField) && field.ParseText(value).Problem is { } problem)
        {
            context.Error("value", problem.Code, problem.Message);
        }
    }

    private static void CheckBy(ImportField map, LinkField link, DefinitionContext context)
    {
        if (map.By is not { } by)
        {
            context.Error(string.Empty, "import.by", $"A link needs \"by\": the unique field of {link.Form} that the text is compared with.");
        }
        else if (context.Need<FormDefinition>(link.Form, "by", "form") is { } form
            && context.NeedOneOf(by, form.Fields.Select(field => field.Name), "by", $"field of {link.Form}")
            && form.Field(by) is not (TextField { Unique: true } or AutoNumberField))
        {
            context.Error("by", "import.by", $"\"{by}\" of {link.Form} is not unique: it could mean several records.");
        }
    }
}

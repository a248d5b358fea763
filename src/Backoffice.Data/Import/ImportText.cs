using Forms.Definitions.Importing;

namespace Backoffice.Data.Import;

/// <summary>The text that a row gives for a field, or why it gives none.</summary>
/// <param name="Text">Null is empty.</param>
/// <param name="Wrong">Null when the text counts.</param>
internal readonly record struct ImportText(string? Text, string? Wrong)
{
    /// <summary>Column, template or constant; exchanged by another file; exchanged by a list; its letters changed.</summary>
    internal static ImportText Of(ImportField field, CsvRow row, ImportFiles files)
    {
        var text = Found(field, row);
        if (text is not null && field.Through is { } through)
        {
            if (files[through.File].Where(through.Match, text).FirstOrDefault() is not { } other)
            {
                return new ImportText(null, $"{through.File} has no row whose {through.Match} is \"{text}\".");
            }

            text = TextTemplate.Fill(through.Text, other);
        }

        if (text is not null && field.Values is { } values && !values.TryGetValue(text, out text!))
        {
            if (field.Otherwise is null)
            {
                return new ImportText(null, $"Expected one of {string.Join(", ", values.Keys)}.");
            }

            text = field.Otherwise;
        }

        return new ImportText(string.IsNullOrEmpty(text) ? null : Cased(text, field.Case), null);
    }

    /// <summary>The cell, for problems that show what was found.</summary>
    internal static string? Found(ImportField field, CsvRow row) => field switch
    {
        { Column: { } column } => row[column],
        { Text: { } template } => TextTemplate.Fill(template, row),
        _ => field.Value,
    };

#pragma warning disable CA1308 // Keys of people are lower case; this is not a normalisation for comparing.
    private static string Cased(string text, LetterCase? letters) => letters switch
    {
        LetterCase.Lower => text.ToLowerInvariant(),
        LetterCase.Upper => text.ToUpperInvariant(),
        _ => text,
    };
#pragma warning restore CA1308
}

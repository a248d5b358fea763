namespace Forms.Formulas.Language;

/// <summary>A formula as written, and how offsets of the wrapped text that is parsed map back to it.</summary>
internal sealed class SourceText(string text, bool isBody)
{
    private const string BodyPrefix = "(function(){";
    private const string ExpressionPrefix = "(function(){return(\n";

    public string Text { get; } = text;

    public bool IsBody { get; } = isBody;

    public int PrefixLength => IsBody ? BodyPrefix.Length : ExpressionPrefix.Length;

    /// <summary>A line break before the closing brackets, so that a last comment does not swallow them.</summary>
    public string Wrapped => IsBody ? BodyPrefix + Text + "\n})" : ExpressionPrefix + Text + "\n)})";

    /// <summary>The piece of source between two wrapped offsets, shortened, for use in a message.</summary>
    public string Slice(int start, int end)
    {
        start = Math.Clamp(start - PrefixLength, 0, Text.Length);
        end = Math.Clamp(end - PrefixLength, start, Text.Length);
        var piece = Text[start..end].Trim();
        return piece.Length <= 40 ? piece : string.Concat(piece.AsSpan(0, 37), "...");
    }

    public FormulaError Error(string code, string message, int? wrappedOffset)
    {
        if (wrappedOffset is not { } offset)
        {
            return new FormulaError(code, message, null, null);
        }

        var (line, column) = Place(offset);
        return new FormulaError(code, message, line, column);
    }

    public FormulaPlace Place(int wrappedOffset)
    {
        var offset = Math.Clamp(wrappedOffset - PrefixLength, 0, Text.Length);
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < offset; i++)
        {
            var c = Text[i];
            if (c is '\n' or '\u2028' or '\u2029' || (c == '\r' && (i + 1 >= Text.Length || Text[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new FormulaPlace(line, offset - lineStart + 1);
    }
}

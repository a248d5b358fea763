using System.Text.RegularExpressions;

namespace Forms.Formulas.Language;

/// <summary>Refuses old JavaScript that the engine accepts silently and nobody should meet in a formula.</summary>
internal static partial class Refusals
{
    public static void Check(string source, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Reason(source, tokens, i) is { } reason)
            {
                throw new FormulaException(FormulaErrorCodes.Syntax, reason, tokens[i].Start);
            }
        }
    }

    private static string? Reason(string source, List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (token.Kind == TokenKind.Number && token.Text.Length > 1 && token.Text[0] == '0' && char.IsAsciiDigit(token.Text[1]))
        {
            return $"A number cannot start with 0 (JavaScript would read it as octal). Write {token.Text.TrimStart('0').PadLeft(1, '0')} instead.";
        }

        if (token.Kind == TokenKind.Text && OctalEscape().IsMatch(token.Text))
        {
            return "Octal escapes such as \\07 are not allowed. Write \\x07 or \\u0007 instead.";
        }

        if (Adjacent(tokens, i, "<", "!", "--") || (StartsLine(source, tokens, i) && Adjacent(tokens, i, "--", ">")))
        {
            return "HTML comments (<!-- and -->) are not allowed. Write // comment instead, or put blanks between the operators.";
        }

        return token.Text switch
        {
            "with" when IsStatement(tokens, i) => "'with' is not allowed. Write var o = value; and use o.name instead.",
            "debugger" when IsStatement(tokens, i) => "'debugger' is not allowed in a formula. Remove it.",
            _ => null,
        };
    }

    private static bool IsStatement(List<Token> tokens, int i) =>
        tokens[i].Kind == TokenKind.Word
        && !(i > 0 && tokens[i - 1].Is("."))
        && !(i + 1 < tokens.Count && tokens[i + 1].Is(":"));

    /// <summary>Only there --> is a comment; elsewhere (<c>n-->0</c>) it is two operators.</summary>
    private static bool StartsLine(string source, List<Token> tokens, int i) =>
        i == 0 || source.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End).ContainsAny('\n', '\r');

    private static bool Adjacent(List<Token> tokens, int i, params ReadOnlySpan<string> texts)
    {
        for (var k = 0; k < texts.Length; k++)
        {
            if (i + k >= tokens.Count || !tokens[i + k].Is(texts[k]) || (k > 0 && tokens[i + k].Start != tokens[i + k - 1].End))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\\(?:[1-7]|0[0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OctalEscape();
}

using Jint.Parser;
using Jint.Parser.Ast;

namespace Forms.Formulas.Language;

/// <summary>Reads a source into Jint's syntax tree: as an expression, or as the body of a function.</summary>
internal static class FormulaParser
{
    private static readonly HashSet<string> StatementWords =
        ["var", "if", "for", "while", "do", "switch", "return", "throw", "try", "break", "continue"];

    /// <exception cref="FormulaException">Its offset counts in the wrapped text of <paramref name="text"/>.</exception>
    public static FunctionExpression Parse(string source, out SourceText text)
    {
        text = new SourceText(source, isBody: true);
        List<Token> tokens;
        try
        {
            tokens = Check(source);
        }
        catch (FormulaException refused)
        {
            refused.Offset += text.PrefixLength;
            throw;
        }

        if (!LooksLikeBody(tokens))
        {
            var last = tokens[^1];
            var expression = last.Is(";") ? source[..last.Start] : source;
            text = new SourceText(expression, isBody: false);
            if (tokens.TrueForAll(t => !t.Is(";") || t.Start >= expression.Length || InsideBraces(tokens, t)))
            {
                return Wrapped(text);
            }

            text = new SourceText(source, isBody: true);
        }

        return Wrapped(text);
    }

    private static List<Token> Check(string source)
    {
        var tokens = new Scanner(source).Scan();
        if (tokens.Count == 0 || tokens.TrueForAll(t => t.Is(";")))
        {
            throw new FormulaException(FormulaErrorCodes.Syntax, "The formula is empty.", 0);
        }

        ModernSyntax.Refuse(tokens);
        Refusals.Check(source, tokens);
        Brackets.Check(tokens);
        return tokens;
    }

    private static FunctionExpression Wrapped(SourceText text)
    {
        try
        {
            // Strict mode: no octal, no 'with', 'this' is not the global object.
            var program = new JavaScriptParser(true).Parse(text.Wrapped);
            if (program.Body.Count == 1 && program.Body.First() is ExpressionStatement { Expression: FunctionExpression function })
            {
                return function;
            }
        }
        catch (ParserException error)
        {
            // What stands after the source is our own wrapping, which nobody wrote.
            var end = text.PrefixLength + text.Text.TrimEnd().Length;
            throw error.Index >= end && text.Text.Length > 0
                ? new FormulaException(FormulaErrorCodes.Syntax, "The formula ends too early: something is missing after this.", end - 1)
                : new FormulaException(FormulaErrorCodes.Syntax, ParserWords.Translate(error), error.Index);
        }

        throw new FormulaException(FormulaErrorCodes.Syntax, "The brackets of the formula do not match.", text.PrefixLength);
    }

    private static bool LooksLikeBody(List<Token> tokens)
    {
        if (tokens[0].Kind == TokenKind.Word && StatementWords.Contains(tokens[0].Text))
        {
            return true;
        }

        if (tokens.Count > 1 && tokens[0].Kind == TokenKind.Word && tokens[1].Is(":"))
        {
            return true;
        }

        // A 'return' that does not belong to an inner function.
        var braces = new Stack<bool>();
        var functions = 0;
        var function = false;
        foreach (var token in tokens)
        {
            if (token.Is("function"))
            {
                function = true;
            }
            else if (token.Is("{"))
            {
                braces.Push(function);
                functions += function ? 1 : 0;
                function = false;
            }
            else if (token.Is("}") && braces.TryPop(out var wasFunction))
            {
                functions -= wasFunction ? 1 : 0;
            }
            else if (token.Is("return") && functions == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool InsideBraces(List<Token> tokens, Token which)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            if (token == which)
            {
                return depth > 0;
            }

            depth += token.Is("{") ? 1 : token.Is("}") ? -1 : 0;
        }

        return false;
    }
}

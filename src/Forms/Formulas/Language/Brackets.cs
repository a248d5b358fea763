namespace Forms.Formulas.Language;

/// <summary>Checks that brackets match and do not nest too deeply, before a recursive parser sees them.</summary>
internal static class Brackets
{
    public const int MaxNesting = 200;

    public static void Check(List<Token> tokens)
    {
        var open = new Stack<Token>();
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Punctuator)
            {
                continue;
            }

            if (token.Text is "(" or "[" or "{")
            {
                open.Push(token);
                if (open.Count > MaxNesting)
                {
                    throw new FormulaException(FormulaErrorCodes.Syntax,
                        $"Brackets are nested more than {MaxNesting} deep here.", token.Start);
                }
            }
            else if (token.Text is ")" or "]" or "}")
            {
                Close(open, token);
            }
        }

        if (open.TryPop(out var left))
        {
            throw new FormulaException(FormulaErrorCodes.Syntax, $"This '{left.Text}' is never closed.", left.Start);
        }
    }

    private static void Close(Stack<Token> open, Token token)
    {
        if (!open.TryPop(out var start))
        {
            throw new FormulaException(FormulaErrorCodes.Syntax, $"There is a '{token.Text}' too many here.", token.Start);
        }

        var expected = start.Text switch { "(" => ")", "[" => "]", _ => "}" };
        if (token.Text != expected)
        {
            throw new FormulaException(FormulaErrorCodes.Syntax,
                $"Expected '{expected}' to close an earlier '{start.Text}', but found '{token.Text}'.", token.Start);
        }
    }
}

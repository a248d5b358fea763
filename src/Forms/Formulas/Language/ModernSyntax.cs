namespace Forms.Formulas.Language;

/// <summary>Refuses what ES5.1 lacks, and says what to write instead.</summary>
internal static class ModernSyntax
{
    private static readonly Dictionary<string, string> Marks = new()
    {
        ["=>"] = "Arrow functions are not available. Write function (x) { return ...; } instead.",
        ["?."] = "Optional chaining (?.) is not available. Write a && a.b, or a == null ? null : a.b, instead.",
        ["??"] = "The ?? operator is not available. Write coalesce(a, b) instead.",
        ["??="] = "The ??= operator is not available. Write a = coalesce(a, b) instead.",
        ["||="] = "The ||= operator is not available. Write a = a || b instead.",
        ["&&="] = "The &&= operator is not available. Write a = a && b instead.",
        ["..."] = "Spread and rest (...) are not available. Write a.concat(b) for lists, or f.apply(null, list) for calls, instead.",
        ["**"] = "The ** operator is not available. Write Math.pow(a, b) instead.",
        ["**="] = "The **= operator is not available. Write a = Math.pow(a, b) instead.",
    };

    private static readonly Dictionary<string, string> Words = new()
    {
        ["class"] = "Classes are not available. Write a function that returns an object, such as function (a) { return { a: a }; }, instead.",
        ["import"] = "Modules are not available. Everything a formula may use is passed to it; remove 'import'.",
        ["export"] = "Modules are not available. Write return value; instead of 'export'.",
        ["async"] = "Async functions are not available. A formula computes at once; write a plain function instead.",
        ["await"] = "'await' is not available. A formula computes at once; remove it.",
        ["yield"] = "Generators are not available. Write a loop that pushes to a list instead.",
    };

    public static void Refuse(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Reason(tokens, i) is { } reason)
            {
                throw new FormulaException(FormulaErrorCodes.ModernSyntax, reason, tokens[i].Start);
            }
        }
    }

    private static string? Reason(List<Token> tokens, int i)
    {
        var token = tokens[i];
        return token.Kind switch
        {
            TokenKind.Text when token.Text[0] == '`' => "Template strings (`...`) are not available. Write 'text ' + value + ' text' instead.",
            TokenKind.Text when token.Text.Contains("\\u{", StringComparison.Ordinal) => "\\u{...} is not available. Write \\uXXXX with four digits instead.",
            TokenKind.Punctuator => Marks.GetValueOrDefault(token.Text) ?? Destructuring(tokens, i),
            TokenKind.Number => Number(token.Text),
            TokenKind.Word when !IsName(tokens, i) => Word(tokens, i),
            _ => null,
        };
    }

    /// <summary>After a point or before a colon a word is a name (<c>a.class</c>, <c>{ class: 1 }</c>).</summary>
    private static bool IsName(List<Token> tokens, int i) =>
        (i > 0 && tokens[i - 1].Is(".")) || (i + 1 < tokens.Count && tokens[i + 1].Is(":") && !(i > 0 && tokens[i - 1].Is("?")));

    private static string? Word(List<Token> tokens, int i)
    {
        var next = i + 1 < tokens.Count ? tokens[i + 1] : default;
        var startsDeclaration = next.Kind == TokenKind.Word || next.Is("{") || next.Is("[");
        return tokens[i].Text switch
        {
            "let" or "const" when startsDeclaration && !next.Is("in") && !next.Is("instanceof") =>
                $"'{tokens[i].Text}' is not available. Write 'var' instead.",
            "async" or "await" or "yield" when next.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Text) && !next.Is("(") => null,
            "of" when i > 1 && tokens[i - 1].Kind == TokenKind.Word && (tokens[i - 2].Is("var") || tokens[i - 2].Is("(")) =>
                "for ... of is not available. Write list.forEach(function (item) { ... }) or for (var i = 0; i < list.length; i++) instead.",
            "function" when next.Is("*") => Words["yield"],
            var word => Words.GetValueOrDefault(word),
        };
    }

    private static string? Number(string text)
    {
        if (text.EndsWith('n') && char.IsAsciiDigit(text[0]) && !text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return "Numbers such as 10n are not available, nor needed: whole numbers are exact. Write 10 instead.";
        }

        return text.Contains('_', StringComparison.Ordinal)
            ? "Digits cannot be grouped with _. Write 1000000 instead of 1_000_000."
            : text.Length > 1 && text[0] == '0' && text[1] is 'b' or 'B' or 'o' or 'O'
                ? "Binary and octal numbers are not available. Write the number in decimal instead."
                : null;
    }

    private static string? Destructuring(List<Token> tokens, int i)
    {
        if (tokens[i].Text is "{" or "[" && i > 0 && tokens[i - 1].Is("var"))
        {
            return "Destructuring is not available. Write var a = value.a; for each name instead.";
        }

        return tokens[i].Is("=") && InParameters(tokens, i)
            ? "Default values of parameters are not available. Write if (a === undefined) { a = ...; } in the function instead."
            : null;
    }

    private static bool InParameters(List<Token> tokens, int i)
    {
        var at = i - 1;
        while (at > 0 && (tokens[at].Kind == TokenKind.Word || tokens[at].Is(",")))
        {
            at--;
        }

        return at > 0 && tokens[at].Is("(")
            && (tokens[at - 1].Is("function") || (at > 1 && tokens[at - 2].Is("function")));
    }
}

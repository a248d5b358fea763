namespace Forms.Formulas.Language;

internal enum TokenKind
{
    Word,
    Number,
    Text,
    RegularExpression,
    Punctuator,
}

/// <summary>A piece of the source between blanks and comments. <paramref name="Start"/> counts from 0 in the source.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    public int End => Start + Text.Length;

    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Punctuator && Text == text;
}

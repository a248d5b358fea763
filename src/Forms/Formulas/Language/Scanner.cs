namespace Forms.Formulas.Language;

/// <summary>
/// Cuts a source into tokens before it is parsed, only as finely as the refusals need: Jint's parser accepts some things
/// silently (<c>&lt;!--</c>, <c>let</c>) and overflows the stack on deep nesting, so both are looked for here first.
/// Unknown characters and unclosed strings are left for the parser to complain about.
/// </summary>
internal sealed class Scanner(string source)
{
    private static readonly string[] Long =
        [">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "?.", "??", "**", "==", "!=", "<=", ">=",
            "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>"];

    private static readonly HashSet<string> BeforeRegularExpression =
        ["return", "typeof", "case", "in", "delete", "void", "instanceof", "new", "throw", "else", "do"];

    private readonly List<Token> _tokens = [];
    private int _at;

    public List<Token> Scan()
    {
        while (SkipBlanks())
        {
            var start = _at;
            var kind = Read(source[_at]);
            _tokens.Add(new Token(kind, source[start.._at], start));
        }

        return _tokens;
    }

    private TokenKind Read(char c)
    {
        if (IsWordStart(c))
        {
            Advance(IsWordPart);
            return TokenKind.Word;
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            ReadNumber();
            return TokenKind.Number;
        }

        if (c is '\'' or '"' or '`')
        {
            ReadUntil(c, multiline: c == '`');
            return TokenKind.Text;
        }

        if (c == '/' && RegularExpressionMayStart())
        {
            ReadRegularExpression();
            return TokenKind.RegularExpression;
        }

        _at += Punctuator().Length;
        return TokenKind.Punctuator;
    }

    private string Punctuator()
    {
        foreach (var mark in Long)
        {
            // a?.5:1 is a conditional with a number, not optional chaining.
            if (string.CompareOrdinal(source, _at, mark, 0, mark.Length) == 0 && !(mark == "?." && char.IsAsciiDigit(Peek(2))))
            {
                return mark;
            }
        }

        return source[_at].ToString();
    }

    private void ReadNumber()
    {
        Advance(c => IsWordPart(c) || c == '.');
        if (_at < source.Length && source[_at] is '+' or '-' && source[_at - 1] is 'e' or 'E'
            && !(source[_at - 2] is 'x' or 'X'))
        {
            _at++;
            Advance(IsWordPart);
        }
    }

    private void ReadUntil(char quote, bool multiline)
    {
        for (_at++; _at < source.Length; _at++)
        {
            if (source[_at] == '\\')
            {
                _at++;
            }
            else if (source[_at] == quote)
            {
                _at++;
                return;
            }
            else if (source[_at] == '\n' && !multiline)
            {
                return;
            }
        }

        _at = source.Length;
    }

    private void ReadRegularExpression()
    {
        var inClass = false;
        for (_at++; _at < source.Length && source[_at] != '\n'; _at++)
        {
            if (source[_at] == '\\')
            {
                _at++;
            }
            else if (source[_at] == '/' && !inClass)
            {
                _at++;
                Advance(IsWordPart);
                return;
            }
            else
            {
                inClass = source[_at] == '[' || (inClass && source[_at] != ']');
            }
        }

        _at = Math.Min(_at, source.Length);
    }

    private bool RegularExpressionMayStart()
    {
        if (_tokens.Count == 0)
        {
            return true;
        }

        var last = _tokens[^1];
        return last.Kind switch
        {
            TokenKind.Punctuator => last.Text is not (")" or "]" or "}" or "++" or "--"),
            TokenKind.Word => BeforeRegularExpression.Contains(last.Text),
            _ => false,
        };
    }

    private bool SkipBlanks()
    {
        while (_at < source.Length)
        {
            if (char.IsWhiteSpace(source[_at]) || source[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (source[_at] == '/' && Peek(1) == '/')
            {
                Advance(c => c is not ('\n' or '\r' or '\u2028' or '\u2029'));
            }
            else if (source[_at] == '/' && Peek(1) == '*')
            {
                var end = source.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? source.Length : end + 2;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void Advance(Func<char, bool> while_)
    {
        while (_at < source.Length && while_(source[_at]))
        {
            _at++;
        }
    }

    private char Peek(int ahead) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    private static bool IsWordStart(char c) => char.IsLetter(c) || c is '_' or '$' or '\\';

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '\\';
}

using System.Text;

namespace Workflows.Elsa.Scripts;

/// <summary>
/// A script of Elsa as the body of a function. There, a script's value is that of its last expression, or what it returns;
/// in a function only the second is so, and a <c>return</c> is put before the last expression. <c>let</c> and
/// <c>const</c> become <c>var</c>. Line and column of everything before the last expression stay.
/// </summary>
internal static class ScriptBody
{
    private static readonly HashSet<string> Statements = new(StringComparer.Ordinal)
    {
        "var", "if", "for", "while", "do", "switch", "throw", "try", "break", "continue", "function", "return", "debugger", "with",
    };

    /// <summary>Words that go on with what stands before them, even after a line end or a block.</summary>
    private static readonly HashSet<string> Continuing = new(StringComparer.Ordinal) { "else", "catch", "finally", "instanceof", "in", "while" };

    public static string Of(string script)
    {
        var text = new StringBuilder(script);
        var scan = new Scan(text);
        scan.Run();
        if (!scan.Returns && scan.LastStatement is { } at && scan.IsExpression)
        {
            text.Insert(at, "return ");
        }

        return text.ToString();
    }

    private sealed class Scan(StringBuilder text)
    {
        private readonly Stack<bool> _brackets = new();
        private int _functions;
        private bool _functionNext;
        private bool _lineEnded;
        private bool _statementEnded = true;
        private char _before = ';';
        private int _at;

        public bool Returns { get; private set; }

        public int? LastStatement { get; private set; }

        /// <summary>Whether the last statement is an expression.</summary>
        public bool IsExpression { get; private set; }

        public void Run()
        {
            while (_at < text.Length)
            {
                var c = text[_at];
                if (char.IsWhiteSpace(c))
                {
                    _lineEnded |= c is '\n' or '\r';
                    _at++;
                }
                else if (c == '/' && Next() is '/' or '*' && Next() != '\0')
                {
                    SkipComment();
                }
                else if (char.IsLetterOrDigit(c) || c is '_' or '$')
                {
                    Word();
                }
                else
                {
                    Sign(c);
                }
            }
        }

        private void Word()
        {
            var start = _at;
            while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '$'))
            {
                _at++;
            }

            var word = text.ToString(start, _at - start);
            if (word is "let" or "const" && _before != '.')
            {
                word = "var";
                text.Remove(start, _at - start).Insert(start, "var");
                _at = start + word.Length;
            }

            Begin(start, word);
            Returns |= word == "return" && _functions == 0 && _before != '.';
            _functionNext |= word == "function";
            Ended('a');
        }

        private void Sign(char c)
        {
            var start = _at++;
            if (c is '"' or '\'' or '`')
            {
                Begin(start, string.Empty);
                SkipUntil(c);
                Ended('a');
                return;
            }

            if (c == '/' && !EndsValue(_before))
            {
                Begin(start, string.Empty);
                SkipPattern();
                Ended('a');
                return;
            }

            if (c is '(' or '[' or '{' && _statementEnded)
            {
                Begin(start, c == '{' ? "{" : string.Empty);
            }
            else if (c is '!' or '~' or '+' or '-' && _statementEnded)
            {
                Begin(start, string.Empty);
            }

            Bracket(c);
            Ended(c);
            _statementEnded = c == ';' && _brackets.Count == 0;
        }

        private void Bracket(char c)
        {
            if (c is '(' or '[' or '{')
            {
                var isFunction = c == '{' && _functionNext;
                _functionNext &= c != '{';
                _functions += isFunction ? 1 : 0;
                _brackets.Push(isFunction);
            }
            else if (c is ')' or ']' or '}' && _brackets.TryPop(out var wasFunction))
            {
                _functions -= wasFunction ? 1 : 0;
            }
        }

        /// <summary>Something begins here: a statement, when what stands before has ended.</summary>
        private void Begin(int start, string word)
        {
            var ends = _statementEnded || (_brackets.Count == 0 && !Continuing.Contains(word)
                && (_before == '}' || (_lineEnded && EndsValue(_before))));
            if (_brackets.Count == 0 && ends)
            {
                LastStatement = start;
                IsExpression = word != "{" && !Statements.Contains(word);
            }

            _statementEnded = false;
        }

        private void Ended(char last) => (_before, _lineEnded) = (last, false);

        private static bool EndsValue(char c) => c is 'a' or ')' or ']' or '}';

        private char Next() => _at + 1 < text.Length ? text[_at + 1] : '\0';

        private void SkipComment()
        {
            var isLine = Next() == '/';
            _at += 2;
            while (_at < text.Length && (isLine ? text[_at] is not ('\n' or '\r') : !(text[_at] == '*' && Next() == '/')))
            {
                _lineEnded |= text[_at] == '\n';
                _at++;
            }

            _at += isLine ? 0 : 2;
        }

        private void SkipUntil(char quote)
        {
            while (_at < text.Length && text[_at] != quote)
            {
                _at += text[_at] == '\\' ? 2 : 1;
            }

            _at++;
        }

        private void SkipPattern()
        {
            var inSet = false;
            while (_at < text.Length && (inSet || text[_at] != '/') && text[_at] is not ('\n' or '\r'))
            {
                inSet = text[_at] switch { '[' => true, ']' => false, _ => inSet };
                _at += text[_at] == '\\' ? 2 : 1;
            }

            _at++;
        }
    }
}

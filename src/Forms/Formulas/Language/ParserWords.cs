using System.Text.RegularExpressions;
using Jint.Parser;

namespace Forms.Formulas.Language;

/// <summary>Says the complaints of Jint's parser in words for administrators.</summary>
internal static partial class ParserWords
{
    private static readonly (string Part, string Words)[] Known =
    [
        ("Unexpected end of input", "The formula ends too early: something is missing at the end."),
        ("Unexpected token )})", "The formula ends too early: something is missing at the end."),
        ("Unexpected token ILLEGAL", "There is a character here that does not belong in a formula, or a text without its closing quote."),
        ("missing /", "A pattern (/.../) is not closed."),
        ("Invalid regular expression", "This pattern (/.../) is not valid."),
        ("Invalid left-hand side", "Only a variable or a member can stand left of '='. To compare, write == or ===."),
        ("Illegal return", "'return' cannot stand here."),
        ("Illegal break", "'break' can only stand inside a loop or a switch."),
        ("Illegal continue", "'continue' can only stand inside a loop."),
        ("Illegal newline after throw", "The value must stand on the same line as 'throw'."),
        ("Missing catch or finally", "'try' needs a 'catch' or a 'finally'."),
        ("More than one default", "A switch can have one 'default' only."),
        ("Octal literals", "Octal numbers and escapes are not allowed."),
        ("with statement", "'with' is not allowed."),
        ("Delete of an unqualified", "'delete' works on members (delete a.b), not on variables."),
        ("duplicate parameter", "Two parameters of the function have the same name."),
        ("Duplicate data property", "The object has two members of the same name."),
        ("data and accessor", "The object has two members of the same name."),
        ("multiple get/set", "The object has two members of the same name."),
        ("eval or arguments", "'eval' and 'arguments' cannot be changed or declared."),
        ("reserved word", "This word is reserved in JavaScript; choose another name."),
        ("Undefined label", "There is no loop with this label."),
        ("has already been declared", "This label is used twice."),
        ("Unexpected string", "A text was not expected here. Is an operator or a comma missing before it?"),
        ("Unexpected number", "A number was not expected here. Is an operator or a comma missing before it?"),
        ("Unexpected identifier", "A name was not expected here. Is an operator or a comma missing before it?"),
    ];

    public static string Translate(ParserException error)
    {
        foreach (var (part, words) in Known)
        {
            if (error.Message.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return words;
            }
        }

        var token = UnexpectedToken().Match(error.Message);
        return token.Success
            ? $"'{token.Groups["token"].Value}' was not expected here."
            : "The formula cannot be understood here.";
    }

    [GeneratedRegex(@"Unexpected token (?<token>\S{1,20})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnexpectedToken();
}

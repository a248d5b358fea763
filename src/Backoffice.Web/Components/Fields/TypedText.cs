using System.Globalization;
using System.Text;
using Forms.Fields;

namespace Backoffice.Web.Components.Fields;

/// <summary>
/// Reads what a person typed more kindly than a machine's text is read: full-width digits of a Chinese keyboard,
/// a currency sign, a percentage without its sign, a date with slashes.
/// </summary>
public static class TypedText
{
    public static ParsedValue Read(FieldDefinition field, string text) => field.ParseText(field switch
    {
        MoneyField => WithoutSign(Narrow(text)),
        NumberField => Narrow(text),
        PercentField => Percent(Narrow(text)),
        DateField => Date(Narrow(text)),
        _ => text,
    });

    /// <summary>Half-width digits and signs, a plain minus, no spaces.</summary>
    private static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (var letter in text.Trim())
        {
            switch (letter)
            {
                case >= '！' and <= '～':
                    narrow.Append((char)(letter - '！' + '!'));
                    break;
                case '−' or '–':
                    narrow.Append('-');
                    break;
                case '。':
                    narrow.Append('.');
                    break;
                case ' ' or '\u00a0' or '\u2009' or '\u202f' or '\u3000':
                    break;
                default:
                    narrow.Append(letter);
                    break;
            }
        }

        return narrow.ToString();
    }

    private static string WithoutSign(string text)
    {
        var minus = text.StartsWith('-') ? "-" : string.Empty;
        return minus + text[minus.Length..].TrimStart('¥', '$', '€', '£');
    }

    private static string Percent(string text) =>
        text.Length == 0 || text.EndsWith('%') ? text : text + "%";

    private static string Date(string text)
    {
        string[] formats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
        return DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;
    }
}

using System.Collections.Frozen;
using System.Text;

namespace Backoffice.Data.Records;

/// <summary>
/// Patterns of SQLite's GLOB that find a text without regard to the case of any letter: <c>[Ää][Rr]ger</c>. LIKE there knows
/// only the case of ASCII, but is faster and enough for texts without other letters that have case, such as Chinese ones.
/// </summary>
internal static class GlobPattern
{
    /// <summary>Cased letters lie in the first two planes.</summary>
    private const int LastWithCase = 0x1ffff;

    private static readonly Lazy<FrozenDictionary<Rune, string>> Cases = new(FindCases);

    /// <summary>Whether the text has letters whose case LIKE would not ignore.</summary>
    internal static bool IsNeeded(string text) => !Ascii.IsValid(text) && text.EnumerateRunes().Any(sign => !sign.IsAscii && Cases.Value.ContainsKey(sign));

    /// <summary>The text as a part of a pattern, its own signs taken as they are.</summary>
    internal static string Of(string text)
    {
        var pattern = new StringBuilder();
        foreach (var sign in text.EnumerateRunes())
        {
            if (Cases.Value.TryGetValue(sign, out var all))
            {
                pattern.Append('[').Append(all).Append(']');
            }
            else if (sign.Value is '*' or '?' or '[')
            {
                pattern.Append('[').Append(sign).Append(']');
            }
            else
            {
                pattern.Append(sign);
            }
        }

        return pattern.ToString();
    }

    /// <summary>All signs that are equal but for their case, by each of them: as <see cref="StringComparison.OrdinalIgnoreCase"/> has it.</summary>
    private static FrozenDictionary<Rune, string> FindCases() => Enumerable.Range(0, LastWithCase + 1)
        .Where(Rune.IsValid)
        .Select(value => new Rune(value))
        .GroupBy(Rune.ToUpperInvariant)
        .Where(group => group.Skip(1).Any())
        .SelectMany(group => group.Select(sign => (Sign: sign, All: string.Concat(group.Select(one => one.ToString())))))
        .ToFrozenDictionary(pair => pair.Sign, pair => pair.All);
}

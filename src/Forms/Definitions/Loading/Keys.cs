using System.Text.RegularExpressions;

namespace Forms.Definitions.Loading;

/// <summary>How keys and names are spelled.</summary>
internal static partial class Keys
{
    internal const string KeyRule = "lower-case letters and digits, with single dashes between words, starting with a letter: \"service-contract\"";

    internal static bool IsKey(string text) => Key().IsMatch(text);

    /// <summary>People sign in with theirs, so points are allowed: <c>gao.min</c>.</summary>
    internal static bool IsPersonKey(string text) => PersonKey().IsMatch(text);

    /// <summary>Ids of fields, sections, views, rules: letters, digits, dashes.</summary>
    internal static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>Names in formulas and the API.</summary>
    internal static bool IsName(string text) => Name().IsMatch(text);

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Key();

    [GeneratedRegex("^[a-z][a-z0-9]*([.-][a-z0-9]+)*$")]
    private static partial Regex PersonKey();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$")]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex Name();
}

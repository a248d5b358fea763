using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Backoffice.Web.Localization;

/// <summary>
/// The words of the product in the language of the person (<see cref="CultureInfo.CurrentUICulture"/>), from
/// <c>Localization/&lt;language&gt;/&lt;area&gt;.json</c>. A word missing in a language is shown in English; a key
/// missing everywhere is shown as it is. Immutable, thread-safe.
/// </summary>
public sealed partial class Words
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage;

    public Words() => this.byLanguage = Read();

    /// <summary>The text of a key: <c>inbox.title</c>.</summary>
    public string this[string key] => this.Find(key, CultureInfo.CurrentUICulture) ?? key;

    /// <summary>The text of a key with <c>{0}</c>, <c>{1}</c> … replaced.</summary>
    public string this[string key, params ReadOnlySpan<object?> arguments] =>
        Spaced(string.Format(CultureInfo.CurrentCulture, this[key], arguments));

    /// <summary>The text for a number of things, which is <c>{0}</c>: that of <c>key.one</c> for one where the language has it.</summary>
    public string Count(string key, int count) =>
        count == 1 && this.Find(key + ".one", CultureInfo.CurrentUICulture) is { } one
            ? Spaced(string.Format(CultureInfo.CurrentCulture, one, count))
            : this[key, count];

    /// <summary>Keys of a language, for tests.</summary>
    internal IReadOnlyCollection<string> Keys(string language) => this.byLanguage[language].Keys;

    /// <summary>The text in exactly this language, for tests; null when it has none.</summary>
    internal string? Text(string language, string key) => this.byLanguage[language].GetValueOrDefault(key);

    /// <summary>In Chinese a space stands between Chinese and Latin letters or digits; names put into a sentence need it too.</summary>
    private static string Spaced(string text) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? ChineseBesideLatin().Replace(text, " ") : text;

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex ChineseBesideLatin();

    private string? Find(string key, CultureInfo culture)
    {
        for (var current = culture; current.Name.Length > 0; current = current.Parent)
        {
            if (this.byLanguage.TryGetValue(current.Name, out var words) && words.TryGetValue(key, out var text))
            {
                return text;
            }
        }

        return this.byLanguage[Languages.English].GetValueOrDefault(key);
    }

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Read()
    {
        var assembly = typeof(Words).Assembly;
        var found = Languages.All.ToDictionary(language => language.Code, _ => new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("words/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                found[name.Split('/')[1]].Add(key, text);
            }
        }

        return found.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(StringComparer.Ordinal));
    }
}

using System.Globalization;

namespace Reports.Print;

/// <summary>What a language means on paper: where its words fall back to, and the fonts that draw its characters.</summary>
internal static class PrintLanguage
{
    /// <summary>
    /// One family for Latin and Chinese, so that figures and characters stand on one line and a document looks the
    /// same in every language. The regional variant matters: Simplified and Traditional draw many characters differently.
    /// </summary>
    internal static string Fonts(CultureInfo culture) => IsTraditional(culture)
        ? "'Noto Sans CJK TC','Noto Sans TC','PingFang TC','Microsoft JhengHei','Noto Sans CJK SC',sans-serif"
        : "'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

    /// <summary>Languages in which to look for a word, the best first.</summary>
    internal static IEnumerable<string> Fallbacks(CultureInfo culture)
    {
        for (var current = culture; current.Name.Length > 0; current = current.Parent)
        {
            yield return current.Name;
        }

        if (culture.TwoLetterISOLanguageName == "zh")
        {
            yield return IsTraditional(culture) ? "zh-Hans" : "zh-Hant";
        }

        yield return "en";
    }

    private static bool IsTraditional(CultureInfo culture)
    {
        for (var current = culture; current.Name.Length > 0; current = current.Parent)
        {
            if (current.Name == "zh-Hant")
            {
                return true;
            }
        }

        return false;
    }
}

namespace Backoffice.Web.Localization;

/// <summary>A language of the product.</summary>
/// <param name="Code">BCP 47, as in the <c>lang</c> attribute.</param>
/// <param name="Name">In itself.</param>
/// <param name="Sign">Short, for the top bar.</param>
public sealed record Language(string Code, string Name, string Sign);

/// <summary>The languages that pages can be read in.</summary>
public static class Languages
{
    public const string English = "en";

    public static IReadOnlyList<Language> All { get; } =
    [
        new(English, "English", "EN"),
        new("zh-Hans", "简体中文", "简体"),
        new("zh-Hant", "繁體中文", "繁體"),
    ];

    /// <summary>The language of a culture: the nearest parent that is one, else English.</summary>
    public static Language Of(System.Globalization.CultureInfo culture)
    {
        for (var current = culture; current.Name.Length > 0; current = current.Parent)
        {
            if (All.FirstOrDefault(language => language.Code == current.Name) is { } found)
            {
                return found;
            }
        }

        return All[0];
    }
}

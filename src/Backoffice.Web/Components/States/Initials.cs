using System.Globalization;

namespace Backoffice.Web.Components.States;

/// <summary>Letters on an avatar: "Lin Yuwei" gives LY, "林雨薇" gives 雨薇.</summary>
public static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => "?",
            [var only] => char.IsAscii(only[0]) ? First(only) : only[^Math.Min(2, only.Length)..],
            [var first, .., var last] => First(first) + First(last),
        };
    }

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpper(CultureInfo.InvariantCulture);
}

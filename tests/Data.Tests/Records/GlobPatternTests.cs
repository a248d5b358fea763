using Backoffice.Data.Records;
using Microsoft.Data.Sqlite;

namespace Data.Tests.Records;

/// <summary>What GLOB finds is what C# finds in memory.</summary>
public sealed class GlobPatternTests
{
    private static readonly string[] Texts =
    [
        "Straße", "STRASSE", "straẞe", "ΣΊΣΥΦΟΣ", "Σίσυφος", "ǆ ǅ Ǆ", "İstanbul", "ısı", "K (kelvin)", "Å (ångström)", "µ μ", "[ä]", "]Ä[", "^ä", "ä*ö?ü", "\U00010400\U00010428", "海月 É", "aé", "AÉ-",
    ];

    public static TheoryData<string> Searches => [.. Texts.SelectMany(text => new[] { text, text.ToUpperInvariant(), text.ToLowerInvariant(), text[1..] }).Where(text => text.Length > 0 && !char.IsLowSurrogate(text[0])).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Searches))]
    public void Finds_what_a_comparison_without_case_finds(string search)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        foreach (var text in Texts)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT $text GLOB $pattern";
            command.Parameters.AddWithValue("$text", text);
            command.Parameters.AddWithValue("$pattern", "*" + GlobPattern.Of(search) + "*");
            Assert.Equal(text.Contains(search, StringComparison.OrdinalIgnoreCase), (long)command.ExecuteScalar()! == 1);
        }
    }

    [Theory]
    [InlineData("plain text", false)]
    [InlineData("海月超市", false)]
    [InlineData("100 €", false)]
    [InlineData("Ä", true)]
    [InlineData("привет", true)]
    public void Is_needed_only_for_letters_whose_case_LIKE_does_not_know(string text, bool needed) => Assert.Equal(needed, GlobPattern.IsNeeded(text));
}

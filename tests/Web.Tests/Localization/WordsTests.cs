using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components.Workflow;
using Backoffice.Web.Localization;
using Xunit;

namespace Web.Tests.Localization;

public sealed partial class WordsTests
{
    private readonly Words words = new();

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void Every_word_is_translated(string language)
    {
        var missing = this.words.Keys("en").Where(key => !key.EndsWith(".one", StringComparison.Ordinal)).Except(this.words.Keys(language)).Order().ToList();
        Assert.Empty(missing);
        Assert.Empty(this.words.Keys(language).Except(this.words.Keys("en")).Order());
    }

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void Translations_name_no_value_that_English_does_not_have(string language)
    {
        foreach (var key in this.words.Keys(language))
        {
            var known = Placeholder().Matches(this.words.Text("en", key)!).Select(match => match.Value).ToHashSet();
            Assert.All(Placeholder().Matches(this.words.Text(language, key)!), match => Assert.Contains(match.Value, known));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void Every_act_of_the_trail_has_its_words(string language) =>
        Assert.All(TrailActs.All, act => Assert.NotNull(this.words.Text(language, $"trail.{act}")));

    [Fact]
    public void Every_act_of_the_trail_has_its_look() => Assert.All(TrailActs.All, act => Assert.NotNull(TrailLook.Find(act)));

    [Fact]
    public void One_thing_has_its_own_words()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal("returned once", this.words.Count("path.returned", 1));
        Assert.Equal("returned 3 times", this.words.Count("path.returned", 3));
    }

    [Fact]
    public void Latin_names_stand_apart_in_Chinese_sentences()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        Assert.Equal("退回给 Lin Yuwei", this.words["trail.returned.to", "Lin Yuwei"]);
        Assert.Equal("退回给林雨薇", this.words["trail.returned.to", "林雨薇"]);
    }

    [Fact]
    public void An_unknown_key_is_shown_as_it_is() => Assert.Equal("no.such.word", this.words["no.such.word"]);

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}

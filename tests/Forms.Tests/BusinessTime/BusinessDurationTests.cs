using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.BusinessTime;
using Forms.Definitions;
using Forms.Definitions.Json;
using Forms.Definitions.Schemas;

namespace Forms.Tests.BusinessTime;

public sealed class BusinessDurationTests
{
    [Theory]
    [InlineData("30bm", 30, BusinessUnit.WorkingMinute)]
    [InlineData("4bh", 4, BusinessUnit.WorkingHour)]
    [InlineData("2bd", 2, BusinessUnit.WorkingDay)]
    [InlineData("12h", 12, BusinessUnit.Hour)]
    [InlineData("3d", 3, BusinessUnit.Day)]
    [InlineData("2w", 2, BusinessUnit.Week)]
    [InlineData("1mo", 1, BusinessUnit.Month)]
    [InlineData("-2bd", -2, BusinessUnit.WorkingDay)]
    [InlineData("0bh", 0, BusinessUnit.WorkingHour)]
    [InlineData("1000000bm", 1_000_000, BusinessUnit.WorkingMinute)]
    public void Is_written_as_it_is_read(string text, int amount, BusinessUnit unit)
    {
        var duration = BusinessDuration.Parse(text);

        Assert.Equal(new BusinessDuration(amount, unit), duration);
        Assert.Equal(text, duration.ToString());
    }

    [Theory]
    [InlineData("", "duration.form", "is not a duration")]
    [InlineData("2", "duration.form", "a unit without a space")]
    [InlineData("2 bd", "duration.form", "a unit without a space")]
    [InlineData("bd", "duration.form", "a whole number")]
    [InlineData("1.5bh", "duration.form", "a whole number")]
    [InlineData("02bd", "duration.form", "a whole number")]
    [InlineData("+2bd", "duration.form", "a whole number")]
    [InlineData("2bd\n", "duration.form", "a whole number")]
    [InlineData("P2D", "duration.form", "a whole number")]
    [InlineData("2BD", "duration.unit", "Did you mean \"bd\"?")]
    [InlineData("15m", "duration.unit", "\"m\" is not a unit")]
    [InlineData("1000001bm", "duration.amount", "at most 1000000")]
    [InlineData("99999999999999999999bm", "duration.amount", "at most 1000000")]
    public void What_cannot_be_read_has_a_name_and_a_reason(string text, string code, string words)
    {
        Assert.False(BusinessDuration.TryParse(text, out _, out var problem));

        Assert.Equal(code, problem.Code);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.Equal(problem.Message, Assert.Throws<FormatException>(() => BusinessDuration.Parse(text)).Message);
    }

    [Theory]
    [InlineData("2bd", "2 business days", "2 个工作日", "2 個工作日")]
    [InlineData("1bd", "1 business day", "1 个工作日", "1 個工作日")]
    [InlineData("4bh", "4 business hours", "4 个工作小时", "4 個工作小時")]
    [InlineData("30bm", "30 business minutes", "30 个工作分钟", "30 個工作分鐘")]
    [InlineData("12h", "12 hours", "12 小时", "12 小時")]
    [InlineData("3d", "3 days", "3 天", "3 天")]
    [InlineData("1w", "1 week", "1 周", "1 週")]
    [InlineData("1mo", "1 month", "1 个月", "1 個月")]
    [InlineData("-2bd", "2 business days before", "2 个工作日前", "2 個工作日前")]
    public void People_read_it_in_their_language(string text, string english, string simplified, string traditional)
    {
        var duration = BusinessDuration.Parse(text);

        Assert.Equal(english, duration.Display(CultureInfo.GetCultureInfo("en")));
        Assert.Equal(simplified, duration.Display(CultureInfo.GetCultureInfo("zh-Hans")));
        Assert.Equal(traditional, duration.Display(CultureInfo.GetCultureInfo("zh-Hant")));
        Assert.Equal(traditional, duration.Display(CultureInfo.GetCultureInfo("zh-TW")));
    }

    [Fact]
    public void Every_unit_has_words_and_a_written_form() => Assert.All(Enum.GetValues<BusinessUnit>(), unit =>
    {
        var duration = new BusinessDuration(2, unit);
        Assert.Equal(duration, BusinessDuration.Parse(duration.ToString()));
        Assert.Equal(3, new[] { "en", "zh-Hans", "zh-Hant" }.Select(language => duration.Display(CultureInfo.GetCultureInfo(language))).Count(words => words.StartsWith("2 ", StringComparison.Ordinal)));
    });

    [Fact]
    public void Is_a_text_in_definitions()
    {
        var json = JsonSerializer.Serialize(new Step(BusinessDuration.WorkingDays(2)), DefinitionJson.Options);

        Assert.Equal("""{"within":"2bd"}""", json);
        Assert.Equal(BusinessDuration.WorkingDays(2), JsonSerializer.Deserialize<Step>(json, DefinitionJson.Options)!.Within);
    }

    [Theory]
    [InlineData("""{ "within": "2bd" }""", "")]
    [InlineData("""{ "within": "2 days" }""", "within duration.form")]
    [InlineData("""{ "within": "2bx" }""", "within duration.unit")]
    [InlineData("""{ "within": 2 }""", "within definition.wrong-type")]
    public void A_definition_with_a_wrong_one_is_explained_before_it_is_read(string json, string expected)
    {
        var found = new List<string>();

        new ShapeCheck((path, code, _) => found.Add($"{path} {code}")).Check(JsonDocument.Parse(json).RootElement, typeof(Step), string.Empty);

        Assert.Equal(expected, string.Join(", ", found));
    }

    [Fact]
    public void An_editor_knows_its_form()
    {
        var schema = JsonDocument.Parse(DefinitionSchemas.All([new StepKind()])["step.schema.json"]).RootElement.GetProperty("properties").GetProperty("within");

        Assert.Equal("string", schema.GetProperty("type").GetString());
        Assert.Matches(schema.GetProperty("pattern").GetString()!, "-2bd");
        Assert.DoesNotMatch(schema.GetProperty("pattern").GetString()!, "2 days");
        Assert.Contains("4bh", schema.GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    private sealed record StepDefinition(string Key, string Label, BusinessDuration? Within = null) : IDefinition
    {
        [JsonIgnore]
        public IReadOnlyDictionary<string, string> Files => DefinitionFiles.None;
    }

    private sealed class StepKind() : DefinitionKind<StepDefinition>("step", new DefinitionLayout.Files("steps"))
    {
        protected override StepDefinition WithFiles(StepDefinition definition, IReadOnlyDictionary<string, string> files) => definition;

        protected override void Check(StepDefinition definition, DefinitionContext context)
        {
        }

        protected override IEnumerable<LabelUse> Labels(StepDefinition definition) => [];
    }

    private sealed record Step(BusinessDuration? Within = null);
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Forms.Problems;
using Reports.Print;

namespace Reports.Tests.Print;

public sealed class PrintComposerTests
{
    private readonly PrintComposer composer = new();

    [Fact]
    public void Writes_fields_as_people_read_them()
    {
        Assert.Equal(
            "CT-2026-0438|Service|2027-01-01|10%|¥11,766.15|11,766.15|11766.15|Customer",
            this.Body("{{number}}|{{type}}|{{startsOn}}|{{largestDiscount}}|{{total}}|{{plain.total}}|{{raw.total}}|{{label.customer}}"));
    }

    [Fact]
    public void Writes_each_line_with_its_number_and_labels_of_columns()
    {
        Assert.Equal(
            "Lines: Item Amount; 1 First ¥2,510.85 CNY; 2 Second ¥3,669.30 CNY;",
            this.Body(
                "{{label.lines}}: {{label.lines.product}} {{label.lines.amount}};{{#each lines}} {{row}} {{product}} {{amount}} {{../currency}};{{/each}}",
                ContractExample.Model(2, item: index => index == 1 ? "First" : "Second")));
    }

    [Fact]
    public void Reaches_the_record_from_a_condition_inside_a_line() =>
        Assert.Equal("CNY CNY ", this.Body("{{#each lines}}{{#if product}}{{../currency}} {{/if}}{{/each}}", ContractExample.Model(2)));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</style></body>")]
    [InlineData("{{number}}")]
    public void Prints_markup_in_a_field_as_text(string hostile)
    {
        var model = ContractExample.Model(1, customer: hostile, item: _ => hostile);
        model.Record.Values["subject"] = hostile;
        model.Record.Values["note"] = hostile;
        var document = this.composer.Compose(PackTemplates.Contract, model with { Trail = [new(hostile, hostile, hostile, default, hostile, hostile)] }, ContractExample.English);

        Assert.DoesNotContain("<script", document.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", document.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Single(document.Html.Split("</style>")[1..]);
        Assert.Single(document.Html.Split("</body>")[1..]);
        Assert.Contains($"<h1>{HtmlEncoder.Create(UnicodeRanges.All).Encode(hostile)}</h1>", document.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_Chinese_as_it_is() => Assert.Equal("宁波港湾食品 與供應商", this.Body("{{customer}}", ContractExample.Model(customer: "宁波港湾食品 與供應商")));

    [Fact]
    public void Prints_nothing_for_missing_values()
    {
        var model = ContractExample.Model();
        model.Record.Values.Clear();
        Assert.Equal("[][][]none", this.Body("[{{customer}}][{{total}}][{{#each lines}}x{{/each}}]{{#if note}}note{{else}}none{{/if}}", model));
    }

    [Fact]
    public void Compares_values() =>
        Assert.Equal("yes", this.Body("{{#if (eq raw.status 'approved')}}yes{{else}}no{{/if}}"));

    [Theory]
    [InlineData("en", "Approval", "Customer", "Service", "Page")]
    [InlineData("zh-Hans", "审批记录", "客户", "服务", "页，共")]
    [InlineData("zh-Hant", "簽核記錄", "客戶", "服務", "頁，共")]
    [InlineData("zh-TW", "簽核記錄", "客戶", "服務", "頁，共")]
    public void Speaks_the_language_asked_for(string culture, string word, string label, string choice, string page)
    {
        var document = this.composer.Compose(PackTemplates.Contract, ContractExample.Model(), CultureInfo.GetCultureInfo(culture));
        Assert.Contains($"<html lang=\"{culture}\">", document.Html, StringComparison.Ordinal);
        Assert.Contains($"<h2>{word}</h2>", document.Html, StringComparison.Ordinal);
        Assert.Contains($"<h2>{label}</h2>", document.Html, StringComparison.Ordinal);
        Assert.Contains($"<dd>{choice}</dd>", document.Html, StringComparison.Ordinal);
        Assert.Contains(page, document.Options.Footer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-01", "2029-12-31", "en", "2027-01-01 to 2029-12-31")]
    [InlineData("2027-01-01", null, "en", "From 2027-01-01, without an end date")]
    [InlineData("2027-01-01", null, "zh-Hans", "自 2027-01-01 起，未约定结束日期")]
    [InlineData(null, "2029-12-31", "en", "Until 2029-12-31")]
    [InlineData(null, null, "en", "–")]
    public void A_period_is_said_with_the_dates_that_it_has(string? start, string? end, string language, string period)
    {
        var model = ContractExample.Model();
        model.Record.Values["startsOn"] = start is null ? null : DateOnly.Parse(start, CultureInfo.InvariantCulture);
        model.Record.Values["endsOn"] = end is null ? null : DateOnly.Parse(end, CultureInfo.InvariantCulture);
        Assert.Contains($"<dd>{period}</dd>", this.composer.Compose(PackTemplates.Contract, model, CultureInfo.GetCultureInfo(language)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Initiator")]
    [InlineData("zh-Hant", "發起人")]
    public void No_act_of_the_trail_is_without_a_step(string language, string word)
    {
        var html = this.composer.Compose(PackTemplates.Contract, ContractExample.Model(), CultureInfo.GetCultureInfo(language)).Html;
        Assert.DoesNotContain("<td></td>", html.Split("class=\"trail\"")[1], StringComparison.Ordinal);
        Assert.Equal(3, html.Split($"<td>{word}</td>").Length);
    }

    [Fact]
    public void A_word_missing_in_one_Chinese_is_taken_from_the_other_before_English()
    {
        var template = Template("{{t 'a'}}{{t 'b'}}{{t 'c'}}") with
        {
            Words = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["a"] = new Dictionary<string, string> { ["en"] = "x", ["zh-Hans"] = "简" },
                ["b"] = new Dictionary<string, string> { ["en"] = "y" },
            },
        };
        Assert.Equal("简yc", BodyOf(this.composer.Compose(template, ContractExample.Model(), ContractExample.Traditional)));
    }

    [Fact]
    public void Names_the_file_after_the_record()
    {
        var model = ContractExample.Model();
        Assert.Equal("CT-2026-0438.pdf", this.composer.Compose(Template("x"), model, ContractExample.English).FileName);

        model.Record.Values["number"] = "../a:b\"c";
        Assert.Equal("a-b-c.pdf", this.composer.Compose(Template("x"), model, ContractExample.English).FileName);

        model.Record.Values["number"] = null;
        Assert.Equal("contract-22222222000000000000000000000001.pdf", this.composer.Compose(Template("x"), model, ContractExample.English).FileName);
    }

    [Fact]
    public void Refuses_a_broken_template_with_its_line()
    {
        var refusal = Assert.Throws<RefusalException>(() => this.Body("<p>\n{{#each lines}}\n</p>"));
        Assert.Equal(RefusalReason.Invalid, refusal.Reason);
        Assert.Equal("template.html:2", Assert.Single(refusal.Problems).Path);
    }

    internal static PrintTemplate Template(string html) => new()
    {
        Key = "test",
        Label = "Test",
        Form = "contract",
        Files = new Dictionary<string, string> { [PrintTemplate.TemplateFile] = html },
    };

    private string Body(string html, PrintModel? model = null) =>
        BodyOf(this.composer.Compose(Template(html), model ?? ContractExample.Model(), ContractExample.English));

    private static string BodyOf(PrintDocument document) => document.Html.Split("<body>\n")[1].Split("\n</body>")[0];
}

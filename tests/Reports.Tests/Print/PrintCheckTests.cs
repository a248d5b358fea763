using Reports.Print;

namespace Reports.Tests.Print;

public sealed class PrintCheckTests
{
    private readonly PrintComposer composer = new();

    [Fact]
    public void The_template_of_the_pack_fits_its_form() => Assert.Empty(this.composer.Check(PackTemplates.Contract, PackTemplates.ContractForm));

    [Theory]
    [InlineData("\n{{custmer}}", "template.html:2", "print.name")]
    [InlineData("{{#each lines}}\n\n{{customer}}{{/each}}", "template.html:3", "print.name")]
    [InlineData("{{#each customer}}{{/each}}", "template.html:1", "print.list")]
    [InlineData("{{label.lines.weight}}", "template.html:1", "print.name")]
    [InlineData("{{../number}}", "template.html:1", "print.name")]
    [InlineData("{{t 'unknown'}}", "template.html:1", "print.word")]
    [InlineData("{{shout number}}", "template.html:1", "print.helper")]
    [InlineData("{{#if (shout number)}}{{/if}}", "template.html:1", "print.helper")]
    [InlineData("{{#lines}}{{/lines}}", "template.html:1", "print.helper")]
    [InlineData("{{{note}}}", "template.html:1", "print.unescaped")]
    [InlineData("{{&note}}", "template.html:1", "print.unescaped")]
    [InlineData("{{~{note}~}}", "template.html:1", "print.unescaped")]
    [InlineData("{{> other}}", "template.html:1", "print.partial")]
    [InlineData("{{*inline}}", "template.html:1", "print.partial")]
    [InlineData("a\n{{#each}}{{/each}}", "template.html:2", "print.helper")]
    [InlineData("a\n{{}}", "template.html:2", "print.template")]
    [InlineData("a\n<script>1</script>", "template.html:2", "print.outside")]
    [InlineData("<img src=\"http://example.com/a.png\">", "template.html:1", "print.outside")]
    [InlineData("<style>@import 'a.css';</style>", "template.html:1", "print.outside")]
    [InlineData("<p style=\"background:url(file:///etc/hosts)\">", "template.html:1", "print.outside")]
    [InlineData("{{/if}}", "template.html:1", "print.block")]
    [InlineData("{{#if note}}\n{{/each}}", "template.html:2", "print.block")]
    [InlineData("a\nb\n{{#if note}}", "template.html:3", "print.block")]
    [InlineData("{{else}}", "template.html:1", "print.block")]
    public void Says_what_is_wrong_and_where(string html, string path, string code)
    {
        var problem = Assert.Single(this.composer.Check(PrintComposerTests.Template(html), ContractExample.Form));
        Assert.Equal((path, code), (problem.Path, problem.Code));
    }

    [Theory]
    [InlineData("{{! custmer }}{{!-- {{custmer}} --}}")]
    [InlineData("{{#each lines}}{{row}}{{@index}}{{raw.amount}}{{../number}}{{@root.number}}{{#if discount}}{{../total}}{{/if}}{{/each}}")]
    [InlineData("{{#with print}}{{company}}{{/with}}{{#unless note}}{{else}}{{/unless}}")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\"><p style='background:url(\"data:,\")'><a href='https://example.com'>x</a>")]
    [InlineData("{{#if (eq raw.status 'approved')}}a{{else if note}}b{{/if}}{{ this.number }}")]
    public void Accepts_what_is_right(string html) =>
        Assert.Empty(this.composer.Check(PrintComposerTests.Template(html), ContractExample.Form));

    [Fact]
    public void Checks_the_settings()
    {
        var template = PrintComposerTests.Template(string.Empty) with
        {
            FileName = "{nummer}.pdf",
            Margins = new PageMargins { Top = 200 },
            Words = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["a"] = new Dictionary<string, string> { ["zh-Hans"] = "甲" } },
        };
        Assert.Equal(
            ["print.file-name", "print.word", "print.margins"],
            this.composer.Check(template, ContractExample.Form).Select(problem => problem.Code));
    }
}

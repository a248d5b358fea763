using Backoffice.Web.Components.Fields;
using Forms.Fields;

namespace Web.Tests.Records;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("1,284.50", 1284.50)]
    [InlineData("¥1,284.50", 1284.50)]
    [InlineData("−12", -12)]
    [InlineData("-$12.5", -12.5)]
    [InlineData("１２８４．５", 1284.5)]
    [InlineData("1 284", 1284)]
    public void Reads_an_amount_as_people_write_it(string text, double expected) =>
        Assert.Equal((decimal)expected, TypedText.Read(new MoneyField { Id = "amount", Label = "Amount" }, text).Value);

    [Theory]
    [InlineData("12", 0.12)]
    [InlineData("12%", 0.12)]
    [InlineData("１２．５％", 0.125)]
    public void Reads_a_percentage_with_or_without_its_sign(string text, double expected) =>
        Assert.Equal((decimal)expected, TypedText.Read(new PercentField { Id = "discount", Label = "Discount" }, text).Value);

    [Theory]
    [InlineData("2026-12-01")]
    [InlineData("2026/12/1")]
    [InlineData("2026.12.1")]
    [InlineData("20261201")]
    [InlineData("2026年12月1日")]
    public void Reads_a_date_in_the_common_orders(string text) =>
        Assert.Equal(new DateOnly(2026, 12, 1), TypedText.Read(new DateField { Id = "startsOn", Label = "Starts" }, text).Value);

    [Fact]
    public void An_empty_text_is_an_empty_field() =>
        Assert.Equal(ParsedValue.Empty, TypedText.Read(new PercentField { Id = "discount", Label = "Discount" }, "  "));

    [Fact]
    public void Says_what_is_wrong_with_the_rest() =>
        Assert.Equal("field.number", TypedText.Read(new NumberField { Id = "count", Label = "Count" }, "a dozen").Problem?.Code);

    [Fact]
    public void Markup_is_text() =>
        Assert.Equal("<script>alert(1)</script>", TypedText.Read(new TextField { Id = "title", Label = "Title" }, "<script>alert(1)</script>").Value);
}

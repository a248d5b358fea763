using System.Globalization;
using System.Text.Json;
using Forms.Definitions;
using Forms.Fields;

namespace Forms.Tests.Fields;

/// <summary>What each field type reads, refuses and shows.</summary>
public sealed class FieldTests
{
    private static readonly FieldFormat English = new(CultureInfo.GetCultureInfo("en"), LabelCatalog.Empty, "forms/f/fields/x", _ => "Gao Min");

    private static readonly TextField Text = new() { Id = "x", Label = "X", MaxLength = 5 };
    private static readonly NumberField Number = new() { Id = "x", Label = "X", Scale = 2, Min = 0 };
    private static readonly MoneyField Money = new() { Id = "x", Label = "X" };
    private static readonly PercentField Percent = new() { Id = "x", Label = "X", Max = 1 };
    private static readonly DateField Date = new() { Id = "x", Label = "X" };
    private static readonly YesNoField YesNo = new() { Id = "x", Label = "X" };
    private static readonly ChoiceField Choice = new() { Id = "x", Label = "X", Choices = [new Choice("sale", "Sale")] };

    public static TheoryData<FieldDefinition, string, object?> Read => new()
    {
        { Text, "\" a \"", "a" },
        { Text, "\"  \"", null },
        { Text, "12.50", "12.50" },
        { Number, "\"1,234.5\"", 1234.5m },
        { Number, "12", 12m },
        { Money, "\"-0.01\"", -0.01m },
        { Percent, "\"12.25%\"", 0.1225m },
        { Percent, "0.5", 0.5m },
        { Date, "\"2026-12-31\"", new DateOnly(2026, 12, 31) },
        { Date, "\"1996-07-04 00:00:00.000\"", new DateOnly(1996, 7, 4) },
        { YesNo, "\"1\"", true },
        { YesNo, "false", false },
        { Choice, "\"sale\"", "sale" },
        { Choice, "null", null },
    };

    public static TheoryData<FieldDefinition, string, string> Refused => new()
    {
        { Text, "[1]", "field.text" },
        { Number, "\"abc\"", "field.number" },
        { Number, "1.005", "field.number.scale" },
        { Number, "12345678901234567", "field.number.large" },
        { Percent, "\"x%\"", "field.number" },
        { Percent, "\"1x%\"", "field.percent" },
        { Date, "\"31.12.2026\"", "field.date" },
        { Date, "\"2026-02-30\"", "field.date" },
        { Date, "\"0999-01-01\"", "field.date" },
        { YesNo, "\"perhaps\"", "field.yes-no" },
        { Choice, "\"rent\"", "field.choice" },
        { new LinkField { Id = "x", Label = "X", Form = "customer" }, "\"not-an-id\"", "field.link" },
        { new FileField { Id = "x", Label = "X" }, "\"a.pdf\"", "field.file" },
    };

    public static TheoryData<FieldDefinition, object?, string> Shown => new()
    {
        { Text, "a", "a" },
        { Text, null, "" },
        { Number, 14m, "14" },
        { Number, 1234.5m, "1,234.5" },
        { Money, 1284m, "1,284.00" },
        { Money, -12.5m, "−12.50" },
        { Percent, 0.1225m, "12.25%" },
        { Date, new DateOnly(2026, 12, 1), "2026-12-01" },
        { YesNo, true, "Yes" },
        { Choice, "sale", "Sale" },
        { new PersonField { Id = "x", Label = "X" }, Guid.NewGuid(), "Gao Min" },
    };

    [Theory]
    [MemberData(nameof(Read), DisableDiscoveryEnumeration = true)]
    public void Reads(FieldDefinition field, string json, object? value)
    {
        var parsed = field.Parse(JsonDocument.Parse(json).RootElement);
        Assert.Null(parsed.Problem);
        Assert.Equal(value, parsed.Value);
    }

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Refuses_with_a_code_and_words(FieldDefinition field, string json, string code)
    {
        var problem = field.Parse(JsonDocument.Parse(json).RootElement).Problem;
        Assert.Equal(code, problem?.Code);
        Assert.NotEmpty(problem!.Message);
    }

    [Theory]
    [MemberData(nameof(Shown), DisableDiscoveryEnumeration = true)]
    public void Shows(FieldDefinition field, object? value, string text) => Assert.Equal(text, field.Format(value, English));

    [Fact]
    public void Says_the_limit_and_what_was_found() =>
        Assert.Equal("At most 5 characters, this has 6.", Assert.Single(Text.Check("abcdef")).Message);

    [Fact]
    public void Says_the_least_and_the_most()
    {
        Assert.Equal("field.number.min", Assert.Single(Number.Check(-1m)).Code);
        Assert.Equal("At most 100%.", Assert.Single(Percent.Check(1.5m)).Message);
    }

    [Fact]
    public void An_amount_carries_the_sign_of_its_currency() =>
        Assert.Equal("¥1,284.00", Money.Format(1284m, English with { Currency = "CNY" }));
}

using Forms.Definitions.Importing;

namespace Forms.Tests.Definitions;

public sealed class ImportTextTests
{
    [Theory]
    [InlineData("Order {id}, {name}", "Order 7, Ann")]
    [InlineData("{id}{name}", "7Ann")]
    [InlineData("{name} {nothing}", "Ann")]
    [InlineData("plain", "plain")]
    public void Columns_are_replaced_by_cells(string text, string filled) => Assert.Equal(
        filled,
        ImportText.Fill(text, column => column switch { "id" => "7", "name" => "Ann", _ => null }));

    [Theory]
    [InlineData("{id", false)]
    [InlineData("id}", false)]
    [InlineData("{}", false)]
    [InlineData("{a{b}}", false)]
    [InlineData("{a} and {b}", true)]
    public void Braces_are_checked(string text, bool good) => Assert.Equal(good, ImportText.TryColumns(text, out _));
}

using Backoffice.Web.Components.States;
using Xunit;

namespace Web.Tests.Pages;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Lin Yuwei", "LY")]
    [InlineData("Anna Maria Roth", "AR")]
    [InlineData("林雨薇", "雨薇")]
    [InlineData("李娜", "李娜")]
    [InlineData("admin", "A")]
    [InlineData("", "?")]
    public void Come_from_the_name(string name, string letters) => Assert.Equal(letters, Initials.Of(name));
}

using Backoffice.Web.Components.Fields;
using Forms.Directory;
using Xunit;

namespace Web.Tests.Pages;

public sealed class PeopleSearchTests
{
    private readonly CompanyDirectory directory = new(
        [Person("lin.yuwei", "林雨薇"), Person("li.yan", "Li Yan"), Person("gao.min", "Gao Min")], [], [], new HashSet<string>());

    [Theory]
    [InlineData("林", "lin.yuwei")]
    [InlineData("yuwei", "lin.yuwei")]
    [InlineData("linyu", "lin.yuwei")]
    [InlineData("GM", "gao.min")]
    public void People_are_found_by_name_pinyin_and_initials(string text, string key) =>
        Assert.Equal(key, PeopleSearch.Find(this.directory, text, unit => unit.Label).First().Key);

    [Fact]
    public void Initials_shared_by_several_find_them_all() =>
        Assert.Equal(["li.yan", "lin.yuwei"], PeopleSearch.Find(this.directory, "ly", unit => unit.Label).Select(person => person.Key).Order());

    [Fact]
    public void Nobody_is_found_for_what_nobody_has() => Assert.Empty(PeopleSearch.Find(this.directory, "zz", unit => unit.Label));

    private static Person Person(string key, string name) => new(Guid.NewGuid(), key, name, null, null, Guid.Empty, null, [], [], null, Active: true);
}

using System.Text.Json;
using Backoffice.Web.Components.Lists;
using Forms.Conditions;

namespace Web.Tests.Records;

public sealed class ListAddressTests
{
    [Fact]
    public void The_plain_list_has_a_plain_address() =>
        Assert.Equal("/records/contract", ListAddress.Write("contract", ListState.Start));

    [Fact]
    public void An_address_reproduces_the_list()
    {
        var state = new ListState
        {
            View = "drafts",
            Search = "Haiyue & co 海跃",
            Filter = new Condition { All = [new Condition { Field = "amount", Operator = ComparisonOperator.Above, Value = SampleForm.Json(10) }, new Condition { Field = "title", Operator = ComparisonOperator.Contains, Value = SampleForm.Json("a&b=#<script>") }] },
            Sort = "-amount",
            Columns = ["number", "amount"],
            Page = 3,
        };

        var read = Read(ListAddress.Write("contract", state));

        Assert.Equal(state.View, read.View);
        Assert.Equal(state.Search, read.Search);
        Assert.Equal(state.Sort, read.Sort);
        Assert.Equal(state.Columns, read.Columns);
        Assert.Equal(3, read.Page);
        Assert.Equal(100, read.Skip);
        Assert.Equal(JsonSerializer.Serialize(state.Filter), JsonSerializer.Serialize(read.Filter));
    }

    [Theory]
    [InlineData("?filter={\"all\":[")]
    [InlineData("?filter=7&page=-1&sort=password&view=secret&columns=x,y")]
    public void What_the_form_does_not_have_is_left_out(string query) =>
        Assert.Equal(ListState.Start, ListAddress.Read(SampleForm.Form, query));

    private static ListState Read(string address) => ListAddress.Read(SampleForm.Form, new Uri("http://host" + address).Query);
}

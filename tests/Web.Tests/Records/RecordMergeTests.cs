using Backoffice.Web.Components.Fields;
using Forms.Records;
using Record = Forms.Records.Record;

namespace Web.Tests.Records;

public sealed class RecordMergeTests
{
    [Fact]
    public void Fields_that_do_not_clash_merge_and_are_named()
    {
        var merge = Merge(
            start: SampleForm.Record(("title", "A"), ("amount", 1m)),
            mine: SampleForm.Record(("title", "mine"), ("amount", 1m)),
            theirs: SampleForm.Record(("title", "A"), ("amount", 2m)));

        Assert.Equal("mine", merge.Record["title"]);
        Assert.Equal(2m, merge.Record["amount"]);
        Assert.Equal(new FieldPlace("amount"), Assert.Single(merge.Merged));
        Assert.Empty(merge.Clashes);
    }

    [Fact]
    public void A_clash_keeps_both_values()
    {
        var merge = Merge(
            start: SampleForm.Record(("title", "A")),
            mine: SampleForm.Record(("title", "mine")),
            theirs: SampleForm.Record(("title", "theirs")));

        Assert.Equal(new Clash(new FieldPlace("title"), "mine", "theirs"), Assert.Single(merge.Clashes));
        Assert.Equal("mine", merge.Record["title"]);
    }

    [Fact]
    public void The_same_change_twice_is_no_clash() =>
        Assert.Empty(Merge(SampleForm.Record(), SampleForm.Record(("title", "B")), SampleForm.Record(("title", "B"))).Clashes);

    [Fact]
    public void Cells_of_one_row_merge()
    {
        var merge = Merge(
            start: SampleForm.Record(("lines", SampleForm.Rows(SampleForm.Row(1, "A", 1)))),
            mine: SampleForm.Record(("lines", SampleForm.Rows(SampleForm.Row(1, "A", 5)))),
            theirs: SampleForm.Record(("lines", SampleForm.Rows(SampleForm.Row(1, "B", 1)))));

        var row = Assert.Single(merge.Record.Rows("lines"));
        Assert.Equal("B", row["product"]);
        Assert.Equal(5m, row["quantity"]);
        Assert.Empty(merge.Clashes);
    }

    [Fact]
    public void Rows_added_by_both_are_kept_and_a_row_removed_by_one_goes()
    {
        var first = SampleForm.Row(1, "A", 1);
        var merge = Merge(
            start: SampleForm.Record(("lines", SampleForm.Rows(first))),
            mine: SampleForm.Record(("lines", SampleForm.Rows(SampleForm.Row(2, "mine", 1)))),
            theirs: SampleForm.Record(("lines", SampleForm.Rows(first.Copy(), SampleForm.Row(3, "theirs", 1)))));

        Assert.Equal(["theirs", "mine"], merge.Record.Rows("lines").Select(row => row["product"]));
    }

    [Fact]
    public void A_row_removed_by_one_and_changed_by_the_other_is_kept()
    {
        var merge = Merge(
            start: SampleForm.Record(("lines", SampleForm.Rows(SampleForm.Row(1, "A", 1)))),
            mine: SampleForm.Record(("lines", SampleForm.Rows(SampleForm.Row(1, "A", 9)))),
            theirs: SampleForm.Record());

        Assert.Equal(9m, Assert.Single(merge.Record.Rows("lines"))["quantity"]);
    }

    private static RecordMerge Merge(Record start, Record mine, Record theirs) => RecordMerge.Of(SampleForm.Form, start, mine, theirs);
}

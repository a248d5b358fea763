using Backoffice.Web.Components.Fields;

namespace Web.Tests.Records;

public sealed class RecordDifferenceTests
{
    [Fact]
    public void Names_changed_fields_and_cells_added_and_removed_rows()
    {
        var before = SampleForm.Record(("title", "A"), ("lines", SampleForm.Rows(SampleForm.Row(1, "A", 1), SampleForm.Row(2, "B", 1))));
        var after = SampleForm.Record(("title", "B"), ("lines", SampleForm.Rows(SampleForm.Row(1, "A", 2), SampleForm.Row(3, "C", 1))));

        var difference = RecordDifference.Between(SampleForm.Form, before, after);

        Assert.Equal([new FieldPlace("title"), new FieldPlace("quantity", "lines", SampleForm.Row(1, "A", 1).Id)], difference.Changed);
        Assert.Equal(SampleForm.Row(3, "C", 1).Id, Assert.Single(difference.AddedRows));
        Assert.Equal("B", Assert.Single(difference.RemovedRows["lines"])["product"]);
        Assert.Equal(4, difference.Count(SampleForm.Form));
    }

    [Fact]
    public void Computed_values_are_marked_but_not_counted()
    {
        var difference = RecordDifference.Between(SampleForm.Form, SampleForm.Record(("total", 1m)), SampleForm.Record(("total", 2m)));

        Assert.Single(difference.Changed);
        Assert.Equal(0, difference.Count(SampleForm.Form));
        Assert.Equal(1m, difference.Before(new FieldPlace("total")));
    }

    [Fact]
    public void A_place_follows_its_row_when_another_is_removed()
    {
        var record = SampleForm.Record(("lines", SampleForm.Rows(SampleForm.Row(1, "A", 1), SampleForm.Row(2, "B", 1))));

        Assert.Equal(new FieldPlace("quantity", "lines", SampleForm.Row(2, "B", 1).Id), FieldPlace.Of("lines[1].quantity", record));
        Assert.Equal(new FieldPlace("lines"), FieldPlace.Of("lines[7].quantity", record));
        Assert.Null(FieldPlace.Of(string.Empty, record));
    }
}

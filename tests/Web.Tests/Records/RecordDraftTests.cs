using Backoffice.Web.Components.Fields;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;

namespace Web.Tests.Records;

public sealed class RecordDraftTests
{
    private static readonly FieldPlace Amount = new("amount");

    [Fact]
    public void Text_that_cannot_be_read_stays_and_keeps_the_value()
    {
        var draft = Draft(("amount", 10m));

        draft.Type(Amount, "ten");

        Assert.Equal("ten", draft.Typed(Amount));
        Assert.Equal(10m, draft.Value(Amount));
    }

    [Fact]
    public void Complains_only_when_the_control_is_left()
    {
        var draft = Draft();

        draft.Type(Amount, "1x");
        Assert.Null(draft.Problem(Amount));

        draft.Leave(Amount);
        Assert.Equal("field.number", draft.Problem(Amount)?.Code);
        Assert.Equal("1x", draft.Typed(Amount));
    }

    [Fact]
    public void Leaving_shows_what_was_read_as_the_value()
    {
        var draft = Draft();

        draft.Type(Amount, "1,284.5");
        draft.Leave(Amount);

        Assert.Null(draft.Typed(Amount));
        Assert.Equal(1284.5m, draft.Value(Amount));
    }

    [Fact]
    public void Leaving_checks_the_limits_of_the_field()
    {
        var draft = Draft();

        draft.Type(Amount, "-5");
        draft.Leave(Amount);

        Assert.Equal("field.number.min", draft.Problem(Amount)?.Code);
    }

    [Fact]
    public void Saving_is_stopped_while_a_text_is_unread()
    {
        var draft = Draft();
        draft.Type(Amount, "ten");

        Assert.False(draft.LeaveAll());
        Assert.True(draft.HasChanges);
    }

    [Fact]
    public void Puts_a_problem_beside_the_cell_its_path_names()
    {
        var draft = Draft(("lines", SampleForm.Rows(SampleForm.Row(1, "A", 1), SampleForm.Row(2, "B", 1))));

        draft.ShowProblems([new Problem("lines[1].quantity", "field.required", "Required"), new Problem(string.Empty, "rule", "Whole record")]);

        Assert.NotNull(draft.Problem(new FieldPlace("quantity", "lines", SampleForm.Row(2, "B", 1).Id)));
        Assert.Equal("rule", Assert.Single(draft.General).Code);
    }

    [Fact]
    public void Computed_values_are_taken_and_written_ones_left_alone()
    {
        var draft = Draft(("amount", 10m), ("lines", SampleForm.Rows(SampleForm.Row(1, "A", 2))));
        var calculated = draft.Record.Copy();
        calculated.Values["amount"] = 99m;
        calculated.Values["total"] = 24m;
        calculated.Rows("lines")[0].Values["lineAmount"] = 24m;

        draft.TakeCalculated(calculated);

        Assert.Equal(10m, draft.Value(Amount));
        Assert.Equal(24m, draft.Value(new FieldPlace("total")));
        Assert.Equal(24m, draft.Record.Rows("lines")[0]["lineAmount"]);
    }

    [Fact]
    public void A_changed_value_is_marked_and_counted_until_it_is_as_before()
    {
        var draft = Draft(("amount", 10m));

        draft.Set(Amount, 11m);
        Assert.True(draft.IsChanged(Amount));
        Assert.Equal(1, draft.ChangeCount);

        draft.Set(Amount, 10m);
        Assert.False(draft.HasChanges);
    }

    [Fact]
    public void A_new_row_has_the_defaults_of_its_columns()
    {
        var draft = Draft();

        var row = draft.AddRow((TableField)SampleForm.Form.Field("lines")!);

        Assert.Equal(1m, row["quantity"]);
        Assert.True(draft.HasChanges);
    }

    [Fact]
    public void A_removed_row_comes_back_where_it_stood()
    {
        var draft = Draft(("lines", SampleForm.Rows(SampleForm.Row(1, "A", 1), SampleForm.Row(2, "B", 1))));

        var removed = draft.RemoveRow("lines", SampleForm.Row(1, "A", 1).Id);
        Assert.Single(draft.Record.Rows("lines"));

        draft.RestoreRow(removed);
        Assert.Equal(["A", "B"], draft.Record.Rows("lines").Select(row => row["product"]));
        Assert.False(draft.HasChanges);
    }

    private static RecordDraft Draft(params (string Name, object? Value)[] values) => new(SampleForm.Form, SampleForm.Record(values));
}

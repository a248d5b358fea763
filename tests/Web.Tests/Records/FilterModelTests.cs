using System.Text.Json;
using Backoffice.Web.Components.Lists;
using Forms.Conditions;
using Forms.Fields;

namespace Web.Tests.Records;

public sealed class FilterModelTests
{
    private static readonly Condition Returned = new() { Field = "status", Operator = ComparisonOperator.IsAnyOf, Value = SampleForm.Json(new[] { "returned" }) };
    private static readonly Condition Large = new() { Field = "amount", Operator = ComparisonOperator.AtLeast, Value = SampleForm.Json(70000) };
    private static readonly Condition Discounted = new() { Field = "discount", Operator = ComparisonOperator.Above, Value = SampleForm.Json(0.1m) };

    [Fact]
    public void A_condition_with_groups_opens_and_closes_unchanged()
    {
        var condition = new Condition { All = [Returned, new Condition { Any = [Large, Discounted] }] };

        var group = FilterModel.Open(SampleForm.Form, condition);

        Assert.Equal(3, group.Count);
        Assert.True(Assert.IsType<FilterGroup>(group.Parts[1]).Any);
        Assert.Equal(Json(condition), Json(FilterModel.Close(group)));
    }

    [Fact]
    public void One_comparison_is_a_group_of_one()
    {
        var group = FilterModel.Open(SampleForm.Form, Large);

        Assert.Equal("amount", Assert.IsType<FilterRow>(Assert.Single(group.Parts)).Field);
        Assert.Equal(Json(Large), Json(FilterModel.Close(group)));
    }

    [Fact]
    public void Unfinished_rows_and_empty_groups_do_not_filter()
    {
        var group = new FilterGroup();
        group.Parts.Add(new FilterRow { Field = "amount", Operator = ComparisonOperator.AtLeast });
        group.Parts.Add(new FilterGroup { Any = true });

        Assert.Equal(0, group.Count);
        Assert.Null(FilterModel.Close(group));
    }

    [Fact]
    public void What_the_builder_cannot_show_is_kept()
    {
        var formula = new Condition { Formula = "over-limit.condition.js" };

        var group = FilterModel.Open(SampleForm.Form, new Condition { All = [formula, Large] });

        Assert.IsType<FixedFilter>(group.Parts[0]);
        Assert.Equal("over-limit.condition.js", FilterModel.Close(group)!.All![0].Formula);
    }

    [Fact]
    public void A_choice_that_is_one_value_becomes_a_list_of_one()
    {
        var group = FilterModel.Open(SampleForm.Form, new Condition { Field = "status", Value = SampleForm.Json("draft") });

        Assert.Equal(Json(new Condition { Field = "status", Operator = ComparisonOperator.IsAnyOf, Value = SampleForm.Json(new[] { "draft" }) }), Json(FilterModel.Close(group)));
    }

    [Fact]
    public void Each_part_can_be_taken_away()
    {
        var parts = FilterModel.Parts(new Condition { All = [Returned, Large] });

        Assert.Equal(2, parts.Count);
        Assert.Equal(Json(Large), Json(parts[0].Without));
        Assert.Equal(Json(Returned), Json(parts[1].Without));
    }

    [Fact]
    public void Every_type_a_list_can_show_in_a_cell_can_be_filtered()
    {
        foreach (var field in SampleForm.Form.Fields)
        {
            Assert.Equal(field is TableField or FileField, FilterOperators.For(field).Count == 0);
        }
    }

    private static string Json(Condition? condition) => JsonSerializer.Serialize(condition);
}

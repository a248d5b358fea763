using Forms.Conditions;
using Forms.Fields;

namespace Backoffice.Web.Components.Lists;

/// <summary>What a comparison needs beside the field.</summary>
public enum FilterOperand
{
    None,
    One,
    Many,
}

/// <summary>Which comparisons make sense for a type of field, the likely one first.</summary>
public static class FilterOperators
{
    private static readonly ComparisonOperator[] Texts =
        [ComparisonOperator.Contains, ComparisonOperator.StartsWith, ComparisonOperator.Is, ComparisonOperator.IsNot, ComparisonOperator.IsEmpty, ComparisonOperator.IsNotEmpty];

    private static readonly ComparisonOperator[] Numbers =
        [ComparisonOperator.AtLeast, ComparisonOperator.Above, ComparisonOperator.AtMost, ComparisonOperator.Below, ComparisonOperator.Is, ComparisonOperator.IsEmpty, ComparisonOperator.IsNotEmpty];

    private static readonly ComparisonOperator[] Sets =
        [ComparisonOperator.IsAnyOf, ComparisonOperator.IsNoneOf, ComparisonOperator.IsEmpty, ComparisonOperator.IsNotEmpty];

    private static readonly ComparisonOperator[] Ids =
        [ComparisonOperator.Is, ComparisonOperator.IsNot, ComparisonOperator.IsEmpty, ComparisonOperator.IsNotEmpty];

    /// <summary>Empty for fields that a list cannot be filtered by: sub-tables and files.</summary>
    public static IReadOnlyList<ComparisonOperator> For(FieldDefinition field) => field switch
    {
        TextField or LongTextField or AutoNumberField => Texts,
        NumberField or MoneyField or PercentField or DateField => Numbers,
        ChoiceField => Sets,
        LinkField or PersonField => Ids,
        YesNoField => [ComparisonOperator.Is, ComparisonOperator.IsEmpty],
        _ => [],
    };

    public static FilterOperand OperandOf(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.IsEmpty or ComparisonOperator.IsNotEmpty => FilterOperand.None,
        ComparisonOperator.IsAnyOf or ComparisonOperator.IsNoneOf => FilterOperand.Many,
        _ => FilterOperand.One,
    };
}

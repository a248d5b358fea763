using System.Text.Json;
using Forms.Conditions;
using Forms.Fields;

namespace Forms.Definitions.Checks;

/// <summary>By which comparisons each type of field can be compared.</summary>
public static class Comparisons
{
    private static readonly ComparisonOperator[] Emptiness = [ComparisonOperator.IsEmpty, ComparisonOperator.IsNotEmpty];

    private static readonly ComparisonOperator[] Same = [ComparisonOperator.Is, ComparisonOperator.IsNot, .. Emptiness];

    private static readonly ComparisonOperator[] Lists = [ComparisonOperator.IsAnyOf, ComparisonOperator.IsNoneOf];

    private static readonly ComparisonOperator[] Order = [ComparisonOperator.Above, ComparisonOperator.AtLeast, ComparisonOperator.Below, ComparisonOperator.AtMost];

    private static readonly ComparisonOperator[] Words = [ComparisonOperator.Contains, ComparisonOperator.StartsWith];

    /// <summary>In the order in which an editor offers them.</summary>
    public static IReadOnlyList<ComparisonOperator> Of(FieldDefinition field) => field switch
    {
        NumberField or MoneyField or PercentField or DateField => [.. Order, .. Same, .. Lists],
        TextField or AutoNumberField => [.. Same, .. Words, .. Lists],
        LongTextField => [.. Words, .. Emptiness],
        ChoiceField or LinkField or PersonField => [.. Same, .. Lists],
        YesNoField => Same,
        _ => Emptiness,
    };

    /// <summary>As it is written in files: <c>isAnyOf</c>.</summary>
    public static string Word(ComparisonOperator comparison) => JsonSerializer.SerializeToElement(comparison, DefinitionJson.Options).GetString()!;
}

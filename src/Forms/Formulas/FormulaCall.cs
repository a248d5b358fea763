using Forms.BusinessTime;

namespace Forms.Formulas;

/// <summary>One evaluation: a formula and all that it may see.</summary>
/// <param name="Source">An expression (<c>price * quantity</c>) or a body with <c>return</c>; JavaScript, ES5.1.</param>
/// <param name="Inputs">
/// Values by name: null, string, bool, decimal and the other number types (exact, no NaN), <see cref="DateOnly"/>
/// (the formula sees 'yyyy-MM-dd'), a dictionary of these, or a list of these. They are copied: a formula may change
/// its copy, nobody else sees it.
/// </param>
public sealed record FormulaCall(string Source, IReadOnlyDictionary<string, object?> Inputs)
{
    /// <summary>Decimal places of a number result, 0 to 28, rounded once at the end; null leaves it as computed.</summary>
    public int? Scale { get; init; }

    /// <summary>The tie rule of the result and the default of <c>round</c> inside the formula.</summary>
    public RoundingMode Rounding { get; init; }

    /// <summary>The calendar of its business days; null: the functions that need one refuse.</summary>
    public WorkingDates? WorkingDates { get; init; }

    /// <summary>Where the formula comes from (file or field), for people who read logs; never part of the evaluation.</summary>
    public string? Name { get; init; }
}

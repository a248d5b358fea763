namespace Forms.Formulas;

/// <summary>The answer to one <see cref="FormulaCall"/>.</summary>
/// <param name="Value">
/// null, string, bool, decimal, <see cref="IReadOnlyList{T}"/> or <see cref="IReadOnlyDictionary{TKey, TValue}"/> of
/// these. A decimal is finite, never minus zero, and has exactly the declared scale when there is one. Only a
/// number that is the result itself is rounded; numbers inside a list or object are exact as computed.
/// </param>
/// <param name="Error">null when the formula gave a value; then <paramref name="Value"/> counts.</param>
public sealed record FormulaResult(object? Value, FormulaError? Error);

using System.Collections.Frozen;

namespace Forms.Formulas;

/// <summary>What the syntax tree tells about a formula without running it.</summary>
/// <param name="Reads">
/// Names the formula takes from outside and the paths read from them, sorted: <c>lines</c>, <c>lines[].amount</c>,
/// <c>customer.rating</c>. Followed through <c>var</c> aliases and the callbacks of array methods; a computed name
/// (<c>customer[key]</c>) ends the path.
/// </param>
/// <param name="Errors">Empty when the formula can be compiled.</param>
public sealed record FormulaAnalysis(IReadOnlyList<string> Reads, IReadOnlyList<FormulaError> Errors)
{
    /// <summary>Where each path of <see cref="Reads"/>, and each beginning of one (<c>customer</c>), is read first.</summary>
    public IReadOnlyDictionary<string, FormulaPlace> Places { get; init; } = FrozenDictionary<string, FormulaPlace>.Empty;
}

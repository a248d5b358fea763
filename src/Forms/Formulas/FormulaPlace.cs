namespace Forms.Formulas;

/// <summary>A place in a formula as written.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public sealed record FormulaPlace(int Line, int Column);

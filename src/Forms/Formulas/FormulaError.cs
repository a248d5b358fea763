namespace Forms.Formulas;

/// <summary>Why a formula gave no value, in words for the administrator who wrote it.</summary>
/// <param name="Code">Stable; one of <see cref="FormulaErrorCodes"/>.</param>
/// <param name="Message">A sentence or two; no names of engine internals.</param>
/// <param name="Line">Line in the source as written, from 1; null when the error has no place (a killed worker).</param>
/// <param name="Column">Column in that line, from 1, in UTF-16 units.</param>
public sealed record FormulaError(string Code, string Message, int? Line, int? Column);

namespace Forms.Formulas.Protocol;

/// <summary>Errors that come from the end of a worker, not from its answer.</summary>
internal static class WorkerErrors
{
    public static FormulaError Memory() => new(FormulaErrorCodes.Memory, "The formula used too much memory and was stopped.", null, null);

    public static FormulaError Timeout(TimeSpan ran) => new(FormulaErrorCodes.Timeout,
        FormattableString.Invariant($"The formula took too long and was stopped after {ran.TotalSeconds:0.0} s. Is there a loop that never ends?"), null, null);

    public static FormulaError Refused(TimeSpan until) => new(FormulaErrorCodes.Timeout,
        FormattableString.Invariant($"The formula was stopped several times because it took too long. It is not run for the next {Math.Ceiling(until.TotalSeconds)} s."), null, null);

    public static FormulaError Deep() => new(FormulaErrorCodes.TooDeep, "The formula is nested too deeply, or its functions call each other without an end.", null, null);

    public static FormulaError Crashed() => new(FormulaErrorCodes.Crashed, "The formula made its worker fail. It was tried twice.", null, null);

    public static FormulaError NoWorker(string why) => new(FormulaErrorCodes.Crashed, $"No formula worker can be started: {why}", null, null);

    public static FormulaError Busy() => new(FormulaErrorCodes.Busy, "Too many formulas are waiting. Try again in a moment.", null, null);
}

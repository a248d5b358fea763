namespace Forms.Formulas;

/// <summary>How many workers there are, what a formula may use, and how a worker is started.</summary>
public sealed class FormulaWorkerOptions
{
    /// <summary>Workers that serve calls at the same time. One more is kept warm as a spare, and one is started for calls
    /// that were stopped so that others need not wait.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>The longest one evaluation may run. The caller has its error within twice this time.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Managed heap of a worker; beyond it the worker dies and is replaced.</summary>
    public int MemoryLimitMegabytes { get; init; } = 256;

    /// <summary>Characters of a source.</summary>
    public int MaxSourceLength { get; init; } = 32_768;

    /// <summary>Bytes of a result, counted as two for a character and sixteen for a value.</summary>
    public int MaxResultBytes { get; init; } = 1_000_000;

    /// <summary>Bytes of the inputs of one call.</summary>
    public int MaxInputBytes { get; init; } = 16_000_000;

    /// <summary>Calls that may wait; beyond it a call is answered <see cref="FormulaErrorCodes.Busy"/>.</summary>
    public int MaxWaiting { get; init; } = 200_000;

    /// <summary>How a worker is started; null: this executable with the verb <c>formula worker</c>.</summary>
    public (string FileName, string[] Arguments)? Command { get; init; }
}

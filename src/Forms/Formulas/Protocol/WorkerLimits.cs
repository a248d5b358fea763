namespace Forms.Formulas.Protocol;

/// <summary>What the pool tells a worker first.</summary>
internal sealed record WorkerLimits(int MaxSourceLength, int MaxResultBytes, long SoftMemoryBytes);

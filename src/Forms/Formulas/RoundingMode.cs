namespace Forms.Formulas;

/// <summary>How a tie is rounded, once, at the declared scale of a result.</summary>
public enum RoundingMode
{
    /// <summary>Away from zero: 1.005 → 1.01 and -1.005 → -1.01 at scale 2.</summary>
    HalfUp,

    /// <summary>To the even neighbour: 0.125 → 0.12 and 0.135 → 0.14 at scale 2.</summary>
    Bankers,
}

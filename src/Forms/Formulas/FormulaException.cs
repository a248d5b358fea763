namespace Forms.Formulas;

/// <summary>Inside a worker: an evaluation ends with this error. Formulas cannot catch it.</summary>
internal sealed class FormulaException(string code, string message, int? offset = null) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>Place in the wrapped source; set once, by the innermost node that knows it.</summary>
    public int? Offset { get; set; } = offset;
}

using Jint.Native;

namespace Forms.Formulas.Language;

/// <summary>A name that a compiled formula takes from its inputs.</summary>
internal sealed class Parameter(string name)
{
    public string Name { get; } = name;

    /// <summary>Where it is read first; null when it is only declared with <c>var</c> or asked for by <c>typeof</c>.</summary>
    public int? ReadAt { get; set; }

    /// <summary>Where something is assigned to it first.</summary>
    public int? AssignedAt { get; set; }

    /// <summary>Used when there is no such input: a library function used as a value, or undefined for a <c>var</c>.</summary>
    public JsValue? Default { get; set; }
}

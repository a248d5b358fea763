using Forms.Problems;

namespace Forms.Fields;

/// <summary>The outcome of reading a value: the value (null is empty), or what is wrong.</summary>
public readonly record struct ParsedValue(object? Value, Problem? Problem)
{
    public static ParsedValue Empty => default;

    public static ParsedValue Of(object? value) => new(value, null);

    public static ParsedValue Wrong(Problem problem) => new(null, problem);
}

namespace Forms.Problems;

/// <summary>How much a <see cref="Problem"/> matters: an error stops, a warning is only said.</summary>
public enum Severity
{
    Error,
    Warning,
}

/// <summary>
/// One thing that is wrong with input, said so that the person can mend it.
/// </summary>
/// <param name="Path">
/// Where: a field path of a record (<c>endsOn</c>, <c>lines[2].quantity</c>) or a place in a definition
/// file (<c>contracts/forms/contract/form.json:14</c>). Empty when it concerns the whole.
/// </param>
/// <param name="Code">Stable, for programs: <c>field.required</c>, <c>definition.unknown-property</c>.</param>
/// <param name="Message">For people, in English; pages translate by code and arguments.</param>
/// <param name="Severity">Errors stop, warnings do not.</param>
public sealed record Problem(string Path, string Code, string Message, Severity Severity = Severity.Error)
{
    /// <summary>Values for a translated message of the same code, by position. Empty when there are none.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"{Code}: {Message}" : $"{Path}: {Code}: {Message}";
}

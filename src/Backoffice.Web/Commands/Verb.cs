namespace Backoffice.Web.Commands;

/// <summary>Something the executable can be asked to do.</summary>
/// <param name="Name">One or two words: <c>definitions check</c>.</param>
/// <param name="Usage">What may follow the name.</param>
/// <param name="Summary">One line for the list of verbs.</param>
/// <param name="RunAsync">Does it; the result is the exit code: 0 done, 1 found something wrong, 2 wrongly called.</param>
internal sealed record Verb(string Name, string Usage, string Summary, Func<Arguments, Task<int>> RunAsync)
{
    /// <summary>Lines of the verb's own help: options and what to know. Empty when the summary says all.</summary>
    public string Details { get; init; } = string.Empty;

    /// <summary>Options of the verb that take a value, without dashes. Settings (<c>--Database:Kind</c>) are always taken.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Options of the verb without a value.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Most words that may follow the name.</summary>
    public int MostWords { get; init; }

    /// <summary>Whether the verb is for the product itself and left out of the help.</summary>
    public bool Hidden { get; init; }
}

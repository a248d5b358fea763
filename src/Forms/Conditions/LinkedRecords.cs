using Forms.Definitions;
using Forms.Records;

namespace Forms.Conditions;

/// <summary>How conditions reach the records that a record links to.</summary>
/// <param name="Form">The published form of a key; null when there is none.</param>
/// <param name="Load">Records of a form by id, whoever asks; without sub-tables. What is not there is left out.</param>
public sealed record LinkedRecords(
    Func<string, FormDefinition?> Form,
    Func<string, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyDictionary<Guid, Record>>> Load)
{
    /// <summary>No links can be followed.</summary>
    public static LinkedRecords None { get; } = new(
        _ => null,
        (_, _, _) => Task.FromResult<IReadOnlyDictionary<Guid, Record>>(new Dictionary<Guid, Record>()));
}

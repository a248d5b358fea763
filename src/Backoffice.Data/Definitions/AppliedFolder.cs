using System.Text.Json;

namespace Backoffice.Data.Definitions;

/// <summary>
/// What the definitions folder said when it was last applied. The same folder is not applied twice, and a workflow that a
/// designer has published since stays where the folder says nothing new about it.
/// </summary>
/// <param name="Hash">Of everything in it.</param>
/// <param name="Workflows">Hashes of its workflows, by key.</param>
internal sealed record AppliedFolder(string Hash, IReadOnlyDictionary<string, string> Workflows)
{
    internal static AppliedFolder None { get; } = new(string.Empty, new Dictionary<string, string>());

    internal static AppliedFolder Of(IReadOnlyList<DefinitionContent> contents) => new(
        DefinitionContent.Hash(contents),
        contents.Where(content => content.Kind == "workflow").ToDictionary(content => content.Key, content => DefinitionContent.Hash([content])));

    internal static AppliedFolder Read(string json) => JsonSerializer.Deserialize<AppliedFolder>(json)!;

    internal string Write() => JsonSerializer.Serialize(this);

    /// <summary>Whether a workflow in force is not what the folder said.</summary>
    internal bool Differs(DefinitionContent inForce) => this.Workflows.GetValueOrDefault(inForce.Key) != DefinitionContent.Hash([inForce]);

    /// <summary>Whether a folder says about a workflow what this one said.</summary>
    internal bool SaysTheSame(string workflow, AppliedFolder other) => this.Workflows.GetValueOrDefault(workflow) == other.Workflows.GetValueOrDefault(workflow);
}

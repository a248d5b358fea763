using Forms.Problems;

namespace Forms.Definitions;

/// <summary>What the loader found.</summary>
/// <param name="Set">All definitions; null when a problem is an error.</param>
/// <param name="Problems">In order of files and lines. Paths are <c>contracts/forms/contract/form.json:14</c>.</param>
/// <param name="Files">Every JSON file that could be read, in the order of packs and paths.</param>
public sealed record LoadResult(DefinitionSet? Set, IReadOnlyList<Problem> Problems, IReadOnlyList<DefinitionFile> Files);

using Forms.Problems;

namespace Workflows.Elsa.Definitions;

/// <summary>What reading a file gave. <see cref="Definition"/> is null exactly when a problem is an error.</summary>
/// <param name="Problems">By place in the file: <c>root.activities[3].text.expression.type</c>.</param>
public sealed record ElsaReadResult(ElsaDefinition? Definition, IReadOnlyList<Problem> Problems);

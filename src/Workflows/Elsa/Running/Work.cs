using System.Text.Json;
using Workflows.Elsa.Definitions;

namespace Workflows.Elsa.Running;

/// <summary>An activity whose turn is to come; see <see cref="ElsaWork"/>.</summary>
internal sealed class Work(ElsaNode node, Execution? owner)
{
    public ElsaNode Node { get; } = node;

    public Execution? Owner { get; } = owner;

    public Execution? Execution { get; init; }

    public bool Resumes { get; init; }

    public JsonElement? Input { get; init; }

    public bool Backward { get; init; }

    public IReadOnlyList<Variable> Variables { get; init; } = [];
}

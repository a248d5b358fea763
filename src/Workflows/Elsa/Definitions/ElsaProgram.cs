using Forms.Problems;

namespace Workflows.Elsa.Definitions;

/// <summary>A workflow with all others that it may start or contain, ready to run. Immutable; thread safe.</summary>
public sealed class ElsaProgram
{
    private readonly Dictionary<string, CompiledElsa> _workflows;

    internal ElsaProgram(CompiledElsa main, Dictionary<string, CompiledElsa> workflows) => (Main, _workflows) = (main, workflows);

    internal CompiledElsa Main { get; }

    /// <summary>Links a definition with the registered ones.</summary>
    /// <returns>The program, or null with what is wrong.</returns>
    public static (ElsaProgram? Program, IReadOnlyList<Problem> Problems) Link(ElsaDefinition main, IReadOnlyList<ElsaDefinition> registered)
    {
        var linker = new ElsaLinker([main, .. registered]);
        return (linker.Link(main), linker.Problems);
    }

    /// <summary>Whether the workflow declares an input of this name that is a text.</summary>
    public bool IsTextInput(string name) =>
        Main.Definition.Inputs.Any(input => input.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && input.Type == Values.ElsaType.String);

    internal CompiledElsa? Find(string definitionId) => _workflows.GetValueOrDefault(definitionId);

    /// <summary>Workflows that begin at an event of this name, and the activity at which they begin.</summary>
    internal IEnumerable<(CompiledElsa Workflow, string ActivityId)> StartedBy(string eventName) =>
        from workflow in _workflows.Values
        where workflow != Main
        from child in workflow.Nodes[0].Children[0].Children
        where child.Kind is Kinds.EventKind && child.Activity.CanStartWorkflow
            && child.Activity.Inputs.GetValueOrDefault("eventName")?.Expression is LiteralExpression name
            && name.Value.ValueKind == System.Text.Json.JsonValueKind.String && name.Value.GetString() == eventName
        select (workflow, child.Activity.Id);
}

/// <summary>One workflow: its nodes by number, the workflow itself first.</summary>
internal sealed record CompiledElsa(ElsaDefinition Definition, IReadOnlyList<ElsaNode> Nodes);

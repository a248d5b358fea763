using Forms.Problems;
using Workflows.Elsa.Flowcharts;
using Workflows.Elsa.Kinds;

namespace Workflows.Elsa.Definitions;

/// <summary>Makes programs of definitions: expands workflows used as activities and lays out the flowcharts.</summary>
internal sealed class ElsaLinker
{
    /// <summary>Workflows that contain others several times grow quickly.</summary>
    private const int MostNodes = 20_000;

    /// <summary>Workflows inside each other.</summary>
    private const int DeepestNesting = 20;

    private readonly List<ElsaDefinition> _definitions;
    private readonly List<Problem> _problems = [];
    private readonly HashSet<string> _inside = new(StringComparer.Ordinal);

    public ElsaLinker(List<ElsaDefinition> definitions) => _definitions = definitions;

    public IReadOnlyList<Problem> Problems => _problems;

    public ElsaProgram? Link(ElsaDefinition main)
    {
        var workflows = new Dictionary<string, CompiledElsa>(StringComparer.Ordinal);
        foreach (var definition in _definitions.OrderByDescending(definition => definition.Version))
        {
            // Of several versions the newest is the published one.
            if (!workflows.ContainsKey(definition.DefinitionId))
            {
                workflows.Add(definition.DefinitionId, Compile(definition));
            }
        }

        var compiled = workflows[main.DefinitionId].Definition == main ? workflows[main.DefinitionId] : Compile(main);
        return _problems.Count == 0 ? new ElsaProgram(compiled, workflows) : null;
    }

    private CompiledElsa Compile(ElsaDefinition definition)
    {
        var nodes = new List<ElsaNode>();
        AddWorkflow(definition, nodes, definition.Root.Path);
        return new CompiledElsa(definition, nodes);
    }

    private ElsaNode? AddWorkflow(ElsaDefinition definition, List<ElsaNode> nodes, string path)
    {
        if (!_inside.Add(definition.DefinitionId))
        {
            _problems.Add(new Problem(path, "elsa.contains-itself", $"Expected workflows that do not contain themselves, but found '{definition.Name ?? definition.DefinitionId}' inside itself."));
            return null;
        }

        if (_inside.Count > DeepestNesting)
        {
            _problems.Add(new Problem(path, "elsa.too-deep", $"Expected at most {DeepestNesting} workflows inside each other, but found more, with '{definition.Name ?? definition.DefinitionId}'."));
            _inside.Remove(definition.DefinitionId);
            return null;
        }

        var activity = new ElsaActivity
        {
            Kind = WorkflowKind.Instance,
            Id = definition.DefinitionId,
            Name = definition.Name,
            Type = WorkflowKind.Instance.Type,
            Path = path,
        };
        activity.Variables.AddRange(definition.Variables);
        var node = Add(new ElsaNode(nodes.Count, WorkflowKind.Instance, activity) { Definition = definition }, nodes);
        if (Expand(definition.Root, nodes) is { } root)
        {
            node.Children.Add(root);
        }

        _inside.Remove(definition.DefinitionId);
        return node;
    }

    private ElsaNode? Expand(ElsaActivity activity, List<ElsaNode> nodes)
    {
        if (nodes.Count >= MostNodes)
        {
            if (!_problems.Exists(problem => problem.Code == "elsa.too-large"))
            {
                _problems.Add(new Problem(activity.Path, "elsa.too-large", $"Expected at most {MostNodes} activities, those of contained workflows included."));
            }

            return null;
        }

        if (activity.Workflow is { } reference)
        {
            return ExpandWorkflow(activity, reference, nodes);
        }

        var node = Add(new ElsaNode(nodes.Count, activity.Kind, activity), nodes);
        node.Children.AddRange(activity.Children.Select(child => Expand(child, nodes)).OfType<ElsaNode>());
        foreach (var (name, port) in activity.Ports)
        {
            if (Expand(port, nodes) is { } inside)
            {
                node.Ports.Add(name, inside);
            }
        }

        node.Cases.AddRange(activity.Cases.Select(item => item.Activity is { } inside ? Expand(inside, nodes) : null));
        if (activity.Kind is FlowchartKind && node.Children.Count == activity.Children.Count)
        {
            node.Graphs = new FlowGraphs(node);
        }

        return node;
    }

    private ElsaNode? ExpandWorkflow(ElsaActivity activity, WorkflowReference reference, List<ElsaNode> nodes)
    {
        var candidates = _definitions.Where(definition => definition.DefinitionId == reference.DefinitionId).ToList();
        var definition = candidates.Find(candidate => candidate.Id == reference.VersionId)
            ?? candidates.Find(candidate => candidate.Version == reference.Version)
            ?? candidates.MaxBy(candidate => candidate.Version);
        if (definition is null)
        {
            _problems.Add(new Problem(
                activity.Path,
                "elsa.unknown-workflow",
                $"Expected a workflow that is registered, but found '{activity.Type}' ({reference.DefinitionId})."));
            return null;
        }

        var typed = Typed(activity, definition);
        var node = Add(new ElsaNode(nodes.Count, activity.Kind, typed) { Definition = definition }, nodes);
        if (AddWorkflow(definition, nodes, activity.Path) is { } inside)
        {
            node.Children.Add(inside);
        }

        return node;
    }

    /// <summary>Now that the workflow is known, so are the names and types of what it takes and gives.</summary>
    private ElsaActivity Typed(ElsaActivity activity, ElsaDefinition definition)
    {
        var typed = new ElsaActivity
        {
            Kind = activity.Kind,
            Id = activity.Id,
            Name = activity.Name,
            Type = activity.Type,
            Path = activity.Path,
            CanStartWorkflow = activity.CanStartWorkflow,
            MergeMode = activity.MergeMode,
            Workflow = activity.Workflow,
        };
        foreach (var (name, input) in activity.Inputs)
        {
            if (definition.Inputs.FirstOrDefault(argument => argument.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } argument)
            {
                Unknown(name, "an input");
            }
            else if (input.Expression is not LiteralExpression literal)
            {
                typed.Inputs.Add(name, input with { Type = argument.Type });
            }
            else if (argument.Type.Convert(literal.Value) is { } value)
            {
                typed.Inputs.Add(name, new ElsaInput(new LiteralExpression(value), argument.Type));
            }
            else
            {
                _problems.Add(new Problem($"{activity.Path}.{name}", "elsa.literal", $"Expected a value of type {argument.Type.Name}, but found '{Values.ElsaValues.Text(literal.Value)}'."));
            }
        }

        foreach (var (name, target) in activity.Outputs)
        {
            typed.Outputs.Add(name, target);
            if (!definition.Outputs.Any(output => output.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                Unknown(name, "an output");
            }
        }

        return typed;

        void Unknown(string name, string what) => _problems.Add(new Problem(
            $"{activity.Path}.{name}", "elsa.unknown-property", $"Expected {what} of '{definition.Name ?? definition.DefinitionId}', but found '{name}'."));
    }

    private static ElsaNode Add(ElsaNode node, List<ElsaNode> nodes)
    {
        nodes.Add(node);
        return node;
    }
}

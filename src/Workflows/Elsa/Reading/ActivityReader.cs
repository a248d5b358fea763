using Workflows.Elsa.Definitions;
using Workflows.Elsa.Kinds;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Reading;

/// <summary>Reads activities by what their kinds declare.</summary>
internal sealed class ActivityReader(ReadReport report)
{
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "id", "nodeId", "name", "type", "version", "customProperties", "applicationProperties", "metadata", "canStartWorkflow",
        "runAsynchronously", "source", "line",
    };

    private static readonly HashSet<string> OfWorkflow = new(StringComparer.Ordinal)
    {
        "workflowDefinitionId", "workflowDefinitionVersionId", "latestAvailablePublishedVersion", "latestAvailablePublishedVersionId",
    };

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public ElsaActivity? Read(JsonPlace place)
    {
        if (!place.NeedObject())
        {
            return null;
        }

        var type = place.Member("type").Text();
        // Activities that start workflows have an input of this name; those that stand for one have its id itself.
        var isWorkflow = place.Member("workflowDefinitionId").Element.ValueKind == System.Text.Json.JsonValueKind.String && ElsaKinds.Find(type) is null;
        if ((isWorkflow ? WorkflowActivityKind.Instance : ElsaKinds.Find(type)) is not { } kind)
        {
            report.Error(place.Member("type").Path, "elsa.unknown-activity", $"Expected an activity that is known here, but found '{type}'.");
            return null;
        }

        var activity = new ElsaActivity
        {
            Kind = kind,
            Id = ReadId(place),
            Name = place.Member("name").Text(),
            Type = type ?? kind.Type,
            Path = place.Path,
            CanStartWorkflow = Custom(place, "canStartWorkflow").Flag(),
            MergeMode = ReadMergeMode(place),
        };
        if (Custom(place, "runAsynchronously") is var async && async.Flag())
        {
            report.Warning(async.Path, "elsa.asynchronous", "The activity runs in turn here, not in the background; the result is the same.");
        }

        if (isWorkflow)
        {
            ReadWorkflow(place, activity);
        }
        else
        {
            ReadDeclared(place, kind, activity);
        }

        return activity;
    }

    private string ReadId(JsonPlace place)
    {
        var id = place.Member("id").Text();
        if (string.IsNullOrWhiteSpace(id))
        {
            report.Error(place.Member("id").Path, "elsa.id-missing", "Expected an id, but found none.");
            return string.Empty;
        }

        if (!_ids.Add(id))
        {
            report.Error(place.Member("id").Path, "elsa.duplicate-id", $"Expected ids to be used once, but found '{id}' again.");
        }

        return id;
    }

    private void ReadDeclared(JsonPlace place, ElsaKind kind, ElsaActivity activity)
    {
        place.RefuseOthers(name => Common.Contains(name) || kind.Declares(name), $"property of {kind.Type}");
        foreach (var rule in kind.Inputs)
        {
            if (InputReader.Read(place.Member(rule.Name), rule) is { } input)
            {
                activity.Inputs.Add(rule.Name, input);
            }
        }

        foreach (var name in kind.Outputs)
        {
            if (InputReader.Output(place.Member(name)) is { } target)
            {
                activity.Outputs.Add(name, target);
            }
        }

        foreach (var name in kind.Ports)
        {
            if (place.Member(name) is { Exists: true } port && Read(port) is { } inside)
            {
                activity.Ports.Add(name, inside);
            }
        }

        if (kind.Children is { } children)
        {
            activity.Children.AddRange(place.Member(children).Items().Select(Read).OfType<ElsaActivity>());
        }

        if (kind.HasVariables)
        {
            activity.Variables.AddRange(ArgumentReader.Variables(place.Member("variables")));
        }

        kind.ReadMore(place, activity, this);
    }

    /// <summary>What the workflow takes and gives is known when it is linked; until then everything may be.</summary>
    private void ReadWorkflow(JsonPlace place, ElsaActivity activity)
    {
        activity.Workflow = new WorkflowReference(
            place.Member("workflowDefinitionId").Text() ?? string.Empty,
            place.Member("workflowDefinitionVersionId").Text(),
            place.Member("version").Whole() ?? 1);
        foreach (var member in place.Element.EnumerateObject().Where(member => !Common.Contains(member.Name) && !OfWorkflow.Contains(member.Name)))
        {
            var inside = place.Member(member.Name);
            if (inside.Member("expression").Exists || (inside.Exists && !inside.Member("memoryReference").Exists))
            {
                if (InputReader.Read(inside, new InputRule(member.Name, ElsaType.Object)) is { } input)
                {
                    activity.Inputs.Add(member.Name, input);
                }
            }
            else if (InputReader.Output(inside) is { } target)
            {
                activity.Outputs.Add(member.Name, target);
            }
        }
    }

    private MergeMode ReadMergeMode(JsonPlace place)
    {
        var mode = Custom(place, "mergeMode");
        if (!mode.Exists || Enum.TryParse<MergeMode>(mode.Text(), ignoreCase: true, out var known) && Enum.IsDefined(known))
        {
            return mode.Exists ? Enum.Parse<MergeMode>(mode.Text()!, ignoreCase: true) : MergeMode.None;
        }

        report.Error(mode.Path, "elsa.word", $"Expected one of {string.Join(", ", Enum.GetNames<MergeMode>())}, but found '{mode.Text()}'.");
        return MergeMode.None;
    }

    /// <summary>Early files have these beside the activity's own properties.</summary>
    private static JsonPlace Custom(JsonPlace place, string name) =>
        place.Member("customProperties").Member(name) is { Exists: true } custom ? custom : place.Member(name);
}

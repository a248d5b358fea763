using Workflows.Elsa.Definitions;
using Workflows.Elsa.Flowcharts;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>Activities and connections between them. How ways join is <see cref="FlowCounters"/> or <see cref="FlowTokens"/>.</summary>
internal sealed class FlowchartKind : ElsaKind
{
    public override string Type => "Elsa.Flowchart";

    public override string Children => "activities";

    public override bool HasVariables => true;

    public override IReadOnlyList<string> More { get; } = ["connections", "start"];

    public override void ReadMore(JsonPlace place, ElsaActivity activity, ActivityReader reader)
    {
        ConnectionReader.Read(place, activity);
        activity.Start = place.Member("start").Text();
        if (activity.Start is { } start && !activity.Children.Exists(child => child.Id == start))
        {
            place.Report.Error($"{place.Path}.start", "elsa.connection", $"Expected an activity of the flowchart, but found '{start}'.");
        }
    }

    public override void Execute(Instance instance, Execution at)
    {
        if (Start(instance, at) is { } start)
        {
            instance.Schedule(at, start);
        }
        else
        {
            instance.Complete(at);
        }
    }

    public override void ChildCompleted(Instance instance, Execution at, Execution child, IReadOnlyList<string>? outcomes)
    {
        if (child.Node.Kind.IsTerminal)
        {
            instance.Complete(at);
        }
        else if (instance.Burst.Joins == JoinBehaviour.Token)
        {
            FlowTokens.Completed(instance, at, child, outcomes ?? Outcomes.Done);
        }
        else
        {
            FlowCounters.Completed(instance, at, child, outcomes ?? Outcomes.Done);
        }
    }

    public override void ChildCancelled(Instance instance, Execution at, Execution child)
    {
        if (instance.Burst.Joins == JoinBehaviour.Token)
        {
            FlowTokens.Cancelled(instance, at, child);
        }
        else
        {
            FlowCounters.Cancelled(instance, at, child);
        }
    }

    public static FlowGraph Graph(Instance instance, Execution at) => at.Node.Graphs!.From(Start(instance, at)!);

    /// <summary>Cancels what runs in the flowchart on the ways to an activity.</summary>
    public static void CancelAncestors(Instance instance, Execution at, ElsaNode target)
    {
        var ancestors = Graph(instance, at).Ancestors(target.Index);
        foreach (var child in at.Children.Values.Where(child => child.Node != target && ancestors.Contains(child.Node.Index)).ToList())
        {
            instance.Cancel(child);
        }
    }

    public static void CompleteIfIdle(Instance instance, Execution at)
    {
        // Children are those that run and those that have faulted; with either the flowchart stays open.
        if (at.Waiting == 0 && at.Children.Count == 0)
        {
            instance.Complete(at);
        }
    }

    /// <summary>How a join waits, as it says itself.</summary>
    /// <exception cref="ElsaFault">It says something else.</exception>
    public static string JoinMode(Instance instance, Execution at, ElsaNode join)
    {
        var mode = join.Activity.Inputs.TryGetValue("mode", out var input) && instance.Evaluate(at, "mode", input) is { ValueKind: System.Text.Json.JsonValueKind.String } found
            ? found.GetString()!
            : FlowJoinKind.WaitAny;
        mode = mode == FlowJoinKind.WaitAllInbound ? FlowJoinKind.WaitAll : mode;
        return mode is FlowJoinKind.WaitAll or FlowJoinKind.WaitAny or FlowJoinKind.WaitAllActive
            ? mode
            : throw new ElsaFault($"Expected a join that waits for all, any or all active ways, but found '{mode}'.");
    }

    private static ElsaNode? Start(Instance instance, Execution at)
    {
        // Marks hold where this run of the flowchart started: the trigger is gone once it has been used.
        if (at.Marks.Count > 0)
        {
            return at.Node.Children.Find(child => child.Activity.Id == at.Marks[0]);
        }

        var start = at.Node.Graphs!.Start(instance.Trigger);
        if (start is not null)
        {
            at.Marks.Add(start.Activity.Id);
        }

        return start;
    }
}

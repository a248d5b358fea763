using Forms.Problems;
using Workflows.Activities;
using Workflows.Activities.End;
using Workflows.Activities.Join;
using Workflows.Activities.Start;

namespace Workflows.Definitions;

/// <summary>Checks the drawing as a whole: one start, every step reachable, a way out of each, no circle without a person.</summary>
internal static class GraphChecks
{
    public static void Check(WorkflowDefinition definition, WorkflowGraph graph, List<Problem> problems)
    {
        var activities = definition.Activities;
        CheckStart(activities, graph, problems);
        var reached = graph.Start < 0 ? null : graph.ReachableFrom([graph.Start]);
        var ending = graph.Reaching(Enumerable.Range(0, activities.Count).Where(index => activities[index] is EndActivity));
        var circling = graph.OnCircles(index => activities[index] is JoinActivity || !ActivityKinds.Of(activities[index]).Waits).ToHashSet();
        for (var i = 0; i < activities.Count; i++)
        {
            var id = activities[i].Id;
            foreach (var outcome in ActivityKinds.Of(activities[i]).OutcomesOf(activities[i]).Where(outcome => outcome.Required && !graph.Targets[i].ContainsKey(outcome.Name)))
            {
                Add(i, "workflow.missing-transition", $"Expected a transition for outcome '{outcome.Name}' of '{id}', but found none.");
            }

            if (reached?.Contains(i) == false)
            {
                Add(i, "workflow.unreachable", $"Expected a way from the start to '{id}', but found none.");
            }

            if (!ending.Contains(i))
            {
                Add(i, "workflow.no-way-out", $"Expected a way from '{id}' to an end, but found none.");
            }

            if (circling.Contains(i))
            {
                Add(i, "workflow.endless", $"Expected a circle to pass a step that waits, but found '{id}' on one without.");
            }
        }

        void Add(int index, string code, string message) => problems.Add(new($"activities[{index}]", code, message));
    }

    private static void CheckStart(IReadOnlyList<ActivityDefinition> activities, WorkflowGraph graph, List<Problem> problems)
    {
        var starts = Enumerable.Range(0, activities.Count).Where(index => activities[index] is StartActivity).ToList();
        if (starts.Count == 0)
        {
            problems.Add(new("activities", "workflow.no-start", "Expected one start, but found none."));
            return;
        }

        graph.Start = starts.Count == 1 ? starts[0] : -1;
        problems.AddRange(starts.Skip(1).Select(index =>
            new Problem($"activities[{index}]", "workflow.several-starts", $"Expected one start, but found '{activities[index].Id}' as well.")));
    }
}

using Forms.Problems;
using Workflows.Activities;

namespace Workflows.Definitions;

/// <summary>Checks each transition by itself: its ends exist, its outcome is one of the activity's and used once.</summary>
internal static class TransitionChecks
{
    public static void Check(WorkflowDefinition definition, WorkflowGraph graph, List<Problem> problems)
    {
        var left = new HashSet<(string, string)>();
        for (var i = 0; i < definition.Transitions.Count; i++)
        {
            var transition = definition.Transitions[i];
            var path = $"transitions[{i}]";
            NeedActivity(transition.From, $"{path}.from");
            NeedActivity(transition.To, $"{path}.to");
            if (graph.Indexes.TryGetValue(transition.From, out var from))
            {
                CheckOutcome(transition, definition.Activities[from], path);
            }
        }

        void NeedActivity(string id, string path)
        {
            if (!graph.Indexes.ContainsKey(id))
            {
                problems.Add(new(path, "workflow.unknown-activity", $"Expected the id of an activity, but found '{id}'."));
            }
        }

        void CheckOutcome(TransitionDefinition transition, ActivityDefinition from, string path)
        {
            var outcome = transition.Outcome ?? Outcomes.Done;
            var known = ActivityKinds.Of(from).OutcomesOf(from);
            if (known.Count == 0)
            {
                problems.Add(new($"{path}.from", "workflow.leaves-end", $"Expected nothing to follow '{from.Id}', but found a transition."));
            }
            else if (!known.Any(candidate => string.Equals(candidate.Name, outcome, StringComparison.Ordinal)))
            {
                var names = string.Join(", ", known.Select(candidate => candidate.Name));
                problems.Add(new($"{path}.outcome", "workflow.unknown-outcome", $"Expected an outcome of '{from.Id}' ({names}), but found '{outcome}'."));
            }
            else if (!left.Add((from.Id, outcome)))
            {
                problems.Add(new(path, "workflow.duplicate-transition", $"Expected one transition for outcome '{outcome}' of '{from.Id}', but found another."));
            }
        }
    }
}

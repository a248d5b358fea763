using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Activities.FillIn;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Workflows.Paths;

/// <summary>Runs an instance on by the engine itself as if everyone approved, until it ends or cannot go on.</summary>
/// <param name="Future">The state foreseen; null when not even the start was accepted.</param>
/// <param name="Questions">What must be answered first; empty when the run is finished.</param>
internal sealed record PathSimulation(InstanceState? Future, IReadOnlyList<Question> Questions, PathBlock? Blocked)
{
    private const string ForeseenComment = "foreseen";

    /// <param name="present">Null before the record is submitted.</param>
    public static PathSimulation Run(CompiledWorkflow workflow, InstanceState? present, Guid initiator, Answers answers, DateTimeOffset now)
    {
        var state = present;
        var fields = ImmutableDictionary<string, JsonElement>.Empty;
        var foreseen = new HashSet<(string, int)>(present?.Tokens.Select(visit => (visit.ActivityId, visit.Branch)) ?? []);
        while (Next(workflow, state, initiator) is { } command)
        {
            switch (WorkflowEngine.Handle(workflow, state, command, answers, now, fields))
            {
                case Asked asked:
                    return new(state, asked.Questions, null);
                case Refused refused:
                    return new(state, [], new PathBlock(refused.Code, refused.Message));
                case Accepted accepted:
                    if (accepted.Events.OfType<ActivityEntered>().FirstOrDefault(entered => !foreseen.Add((entered.ActivityId, entered.Branch))) is { } again)
                    {
                        return new(state, [], Endless(workflow, again.ActivityId));
                    }

                    fields = fields.SetItems(accepted.Events.OfType<FieldsSet>().SelectMany(set => set.Values));
                    state = accepted.State;
                    break;
            }
        }

        // What went wrong already keeps the way from being foreseen, as it keeps the instance from going on.
        return new(state, [], state?.Incidents.FirstOrDefault()?.Incident is { } incident ? new PathBlock(incident.Code, incident.Message) : null);
    }

    private static WorkflowCommand? Next(CompiledWorkflow workflow, InstanceState? state, Guid initiator) => state switch
    {
        null => new StartInstance(initiator),
        { Status: InstanceStatus.Returned } => new Resubmit(Holder(state), ForeseenComment),
        { Status: InstanceStatus.Suspended } => new ResumeInstance(initiator, null),
        { Status: InstanceStatus.Running } when state.OpenWorkItems.FirstOrDefault(item => item.Kind != WorkItemKind.Read) is { } item => Complete(workflow, item),
        { Status: InstanceStatus.Running } when state.Waits.FirstOrDefault(wait => wait is { Kind: not WaitFor.Deadline, Fired: null }) is { } wait =>
            new FireWait(wait.Number, wait.Kind switch { WaitFor.Child => Outcomes.Approved, WaitFor.Moment => null, _ => Outcomes.Done }),
        _ => null,
    };

    private static Guid Holder(InstanceState state) => state.OpenWorkItems.First(item => item.Kind == WorkItemKind.Revise).Person;

    private static CompleteWorkItem Complete(CompiledWorkflow workflow, WorkItem item) =>
        item.Kind == WorkItemKind.FillIn
            ? new CompleteWorkItem(item.Number, item.Person, WorkItemDecision.Complete, ForeseenComment)
            {
                Button = PersonSteps.FirstButton(workflow.Find(item.ActivityId) as PersonStepActivity),
            }
            : new CompleteWorkItem(item.Number, item.Person, WorkItemDecision.Approve, ForeseenComment);

    private static PathBlock Endless(CompiledWorkflow workflow, string activityId)
    {
        var label = workflow.Activities[workflow.IndexOf(activityId)!.Value].Label;
        return new("path.endless", $"Expected an end once everyone has approved, but found the way going back to '{label}'.");
    }
}

using Forms.Problems;
using Workflows.Definitions;

namespace Workflows.Runtime.Commands;

internal static class StartInstanceHandler
{
    public static void Handle(StepRun run, InstanceState? state, StartInstance command)
    {
        if ((state is not null && !Precondition.Allows(run, state, InstanceAct.Start)) || !HasChosen(run, command))
        {
            return;
        }

        run.Emit(new InstanceStarted(run.Now, command.Initiator) { Comment = command.Comment, Chosen = command.Chosen });
        run.Go(run.Workflow.Start, 0, 0);
    }

    /// <summary>No more people were chosen than the rules allow, and only for steps where there is something to choose.</summary>
    private static bool HasChosen(StepRun run, StartInstance command)
    {
        foreach (var (id, people) in command.Chosen ?? new Dictionary<string, IReadOnlyList<Guid>>())
        {
            var rule = (run.Workflow.Find(id) as PersonStepActivity)?.Signers.OfType<ChosenRule>().FirstOrDefault();
            if (rule is null)
            {
                run.Refuse(RefusalReason.Invalid, "signers.not-chosen-here", $"Expected a step whose signers are chosen, but found '{id}'.", id);
                return false;
            }

            if (people.Count > (rule.Most ?? 1))
            {
                run.Refuse(RefusalReason.Invalid, "signers.too-many", $"Expected at most {rule.Most ?? 1} people for '{id}', but found {people.Count}.", id);
                return false;
            }
        }

        return true;
    }
}

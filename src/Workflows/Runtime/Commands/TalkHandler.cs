using Forms.Problems;
using Workflows.WorkItems;

namespace Workflows.Runtime.Commands;

/// <summary>What moves nothing: comments, copies, urging.</summary>
internal static class TalkHandler
{
    public static void Comment(StepRun run, InstanceState? state, AddComment command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Comment) || !Precondition.HasComment(run, command.Text, "comment"))
        {
            return;
        }

        run.Emit(new Commented(run.Now, command.Person, command.Text, command.Mentions));
        var told = command.Mentions.Where(person => person != command.Person).Distinct().ToList();
        if (told.Count > 0)
        {
            run.Emit(new NotificationRequested(run.Now, "", told, command.Text) { Kind = NotificationKind.Mention });
        }
    }

    public static void Copy(StepRun run, InstanceState? state, SendCopy command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Copy))
        {
            return;
        }

        if (command.To.Count == 0)
        {
            run.Refuse(RefusalReason.Invalid, "copy.nobody", "Expected at least one person to send a copy to.");
            return;
        }

        run.Emit(new CopySent(run.Now, command.Person, command.To, command.Comment));
        WorkItemOpening.OpenCopies(run, run.State.Path[0], command.To.Select(person => new Signer(person, "")));
    }

    public static void MarkRead(StepRun run, InstanceState? state, MarkRead command)
    {
        if (Precondition.Allows(run, state, InstanceAct.Copy)
            && Precondition.WorkItem(run, state, command.WorkItem, command.Person, WorkItemAct.MarkRead) is { } item)
        {
            run.Emit(new WorkItemCompleted(run.Now, item.Number, item.ActivityId, WorkItemDecision.Complete, command.Person, null, run.Now - item.OpenedAt));
        }
    }

    public static void Urge(StepRun run, InstanceState? state, Urge command)
    {
        if (!Precondition.Allows(run, state, InstanceAct.Urge) || !Precondition.IsInitiator(run, state, command.Person, "urge"))
        {
            return;
        }

        if (state.UrgedAt is { } last)
        {
            var pause = (run.Workflow.Activities[run.Workflow.Start] as Activities.Start.StartActivity)?.UrgeEvery ?? "4bh";
            if (!run.Ask(new DueQuestion("", last, pause, run.Workflow.Definition.Calendar, command.Person), out var next))
            {
                return;
            }

            if (run.Now < next)
            {
                run.Refuse(RefusalReason.InvalidState, "urge.too-soon", $"Expected no urging before {next.UtcDateTime:yyyy-MM-dd HH:mm} UTC.", next.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
                return;
            }
        }

        var people = state.OpenWorkItems.Where(item => item.Kind != WorkItemKind.Read).Select(item => item.Person).Distinct().ToList();
        if (people.Count == 0)
        {
            run.Refuse(RefusalReason.InvalidState, "urge.nobody", "Expected somebody to urge, but nobody is asked now.");
            return;
        }

        run.Emit(new Urged(run.Now, command.Person, people));
        run.Emit(new NotificationRequested(run.Now, "", people, "") { Kind = NotificationKind.Urge });
    }
}

using System.Text.Json;
using Forms.Problems;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Running;

/// <summary>
/// Runs Elsa workflows: a pure function of a program, a state, a command and a time. No clock, no database, no script runs
/// inside. Unlike the engine of our own workflows it does not begin again with all answers when it has asked: the state it
/// asks with stands in the middle of the run, so a loop over many scripts costs no more for each than for the first. The
/// shell keeps states of questions to itself and commits what is accepted.
/// </summary>
public static class ElsaEngine
{
    /// <param name="state">Null to start.</param>
    public static ElsaStep Handle(ElsaProgram program, ElsaState? state, ElsaCommand command, DateTimeOffset now)
    {
        if (command is StartElsa start)
        {
            return state is null ? Start(program, start, now) : Refuse(RefusalReason.InvalidState, "elsa.started", "Expected a run that has not started, but found one that has.");
        }

        if (state is null)
        {
            return Refuse(RefusalReason.InvalidState, "elsa.not-started", "Expected a run that has started, but found none.");
        }

        if (state.Pending is null == command is AnswerScript)
        {
            return state.Pending is null
                ? Refuse(RefusalReason.InvalidState, "elsa.no-question", "Expected a run that waits for a script, but found that it waits for none.")
                : Refuse(RefusalReason.InvalidState, "elsa.question-open", "Expected the answer to the script that the run waits for, but found another command.");
        }

        var burst = Burst.From(program, state, now);
        if (burst.Result is ElsaRefused refused)
        {
            return refused;
        }

        switch (command)
        {
            case AnswerScript answer:
                burst.Answer(answer.Answer);
                break;
            case ResumeElsa resume:
                Resume(burst, resume);
                break;
            case PublishToElsa publish:
                burst.Signal(publish);
                break;
            case CancelElsa:
                burst.Instances.Where(instance => instance.Status == ElsaStatus.Running).ToList().ForEach(instance => instance.Stop(ElsaSubStatus.Cancelled));
                break;
            default:
                throw new ArgumentException($"Expected a command the engine knows, but found {command.GetType().Name}.", nameof(command));
        }

        burst.Go();
        return burst.Result;
    }

    private static ElsaStep Start(ElsaProgram program, StartElsa command, DateTimeOffset now)
    {
        var burst = new Burst(program, command.Joins, now);
        try
        {
            burst.Start(program.Main, command.InstanceId, null, command.Inputs, command.CorrelationId);
        }
        catch (ElsaFault wrong)
        {
            return Refuse(RefusalReason.Conflict, "elsa.input", $"An input is of another type than the workflow declares. {wrong.Message}");
        }

        burst.Go();
        return burst.Result;
    }

    private static void Resume(Burst burst, ResumeElsa command)
    {
        var (instance, bookmark) = burst.Instances
            .SelectMany(instance => instance.Bookmarks, (instance, bookmark) => (instance, bookmark))
            .FirstOrDefault(pair => pair.bookmark.Number == command.Bookmark);
        if (bookmark is null)
        {
            burst.Refuse(RefusalReason.NotFound, "elsa.bookmark", $"Expected a bookmark that is waiting, but found no number {command.Bookmark}: it was used, or never made.");
        }
        else if (instance.Status != ElsaStatus.Running)
        {
            burst.Refuse(RefusalReason.InvalidState, "elsa.ended", $"Expected an instance that is running, but found it {instance.SubStatus}.");
        }
        else
        {
            burst.Resume(instance, bookmark, command.Input ?? ElsaValues.Null);
        }
    }

    private static ElsaRefused Refuse(RefusalReason reason, string code, string message) => new(reason, code, message);
}

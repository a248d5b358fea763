using Forms.Problems;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Activities;

/// <summary>An outcome of an activity, and whether a transition must leave by it.</summary>
internal sealed record ActivityOutcome(string Name, bool Required = true);

/// <summary>
/// What a kind of activity does in the core. Stateless; one instance serves all activities of the kind.
/// </summary>
internal abstract class ActivityKind
{
    public static readonly IReadOnlyList<ActivityOutcome> OnlyDone = [new(Outcomes.Done)];

    /// <summary>Whether an instance can stay here between two commands.</summary>
    public virtual bool Waits => false;

    /// <summary>Whether a decision that led past here can still be taken back: nothing was done that cannot be undone.</summary>
    public virtual bool CanBeUndone => true;

    /// <summary>How an activity can end, by transition.</summary>
    public abstract IReadOnlyList<ActivityOutcome> OutcomesOf(ActivityDefinition activity);

    /// <summary>Adds what is wrong with the settings.</summary>
    public abstract void Check(ActivityDefinition activity, string path, List<Problem> problems);

    /// <summary>
    /// The instance has just reached the activity, or tries it again after an incident. Returns the completion with which it
    /// goes on, or null when it waits, when it has ended, or when the run has stopped to ask.
    /// </summary>
    public abstract Completion? Enter(StepRun run, ActivityDefinition activity, ActivityVisit visit);

    protected static Completion Done { get; } = new(Outcomes.Done);

    protected static void NeedText(string? text, string path, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new(path, "workflow.text-missing", "Expected a text, but found none."));
        }
    }
}

/// <summary>How an activity ended.</summary>
internal sealed record Completion(string Outcome, CompletionCause Cause = CompletionCause.Itself);

/// <inheritdoc cref="ActivityKind"/>
/// <typeparam name="TActivity">The settings of the kind.</typeparam>
internal abstract class ActivityKind<TActivity> : ActivityKind
    where TActivity : ActivityDefinition
{
    public sealed override void Check(ActivityDefinition activity, string path, List<Problem> problems) =>
        Check((TActivity)activity, path, problems);

    public sealed override Completion? Enter(StepRun run, ActivityDefinition activity, ActivityVisit visit) =>
        Enter(run, (TActivity)activity, visit);

    public sealed override IReadOnlyList<ActivityOutcome> OutcomesOf(ActivityDefinition activity) => OutcomesOf((TActivity)activity);

    protected virtual IReadOnlyList<ActivityOutcome> OutcomesOf(TActivity activity) => OnlyDone;

    protected virtual void Check(TActivity activity, string path, List<Problem> problems)
    {
    }

    protected abstract Completion? Enter(StepRun run, TActivity activity, ActivityVisit visit);
}

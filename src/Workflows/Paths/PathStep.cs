using Workflows.Activities.Approval;
using Workflows.Runtime;

namespace Workflows.Paths;

/// <summary>One step of a <see cref="WorkflowPath"/>.</summary>
/// <param name="ActivityId">Used once in a path: a step passed several times shows its last passage.</param>
public sealed record PathStep(string ActivityId, string Label, PathStepKind Kind, PathStepState State)
{
    /// <summary>How the signers sign; null unless the step is an approval.</summary>
    public SignMode? Mode { get; init; }

    /// <summary>
    /// Who signs, in order: the initiator for the submission, nobody for the end, a skipped step, or an approval that
    /// passes by itself (<see cref="Cause"/> says why).
    /// </summary>
    public IReadOnlyList<PathSigner> Signers { get; init; } = [];

    /// <summary>The round of a step that was reached; how often the record was submitted, for the submission.</summary>
    public int? Round { get; init; }

    /// <summary>Null for steps that are not reached yet.</summary>
    public DateTimeOffset? EnteredAt { get; init; }

    /// <summary>Elapsed time, not business time; null until the step is done.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>How a done step ended: one of <see cref="Definitions.Outcomes"/>.</summary>
    public string? Outcome { get; init; }

    public CompletionCause Cause { get; init; }

    /// <summary>The decision that leaves this step out; null unless it is skipped.</summary>
    public StepCondition? SkippedBy { get; init; }

    /// <summary>The decision that asks for this step; null when it comes whatever the values, or is skipped.</summary>
    public StepCondition? AskedForBy { get; init; }

    /// <summary>The branch of a fork that it lies in; 0 outside all forks.</summary>
    public int Branch { get; init; }

    /// <summary>The branches around <see cref="Branch"/>, the outermost first.</summary>
    public IReadOnlyList<int> OuterBranches { get; init; } = [];

    /// <summary>What keeps the instance from going on here; null when nothing does.</summary>
    public Incident? Incident { get; init; }

    /// <summary>Labels of the automatic steps passed on the way to this step.</summary>
    public IReadOnlyList<string> Automatic { get; init; } = [];
}

/// <summary>What people see as one step.</summary>
public enum PathStepKind
{
    /// <summary>The initiator's submission; the present step while the instance is returned.</summary>
    Submit,
    Approval,

    /// <summary>A fill-in task.</summary>
    FillIn,

    /// <summary>A wait, a call or a sub-workflow.</summary>
    Wait,
    End,
}

/// <summary>Where a step stands.</summary>
public enum PathStepState
{
    Done,

    /// <summary>The instance waits here.</summary>
    Current,

    /// <summary>Comes if everyone approves and the values stay as they are.</summary>
    Expected,

    /// <summary>Not needed for the values as they are (or were, when it would have been reached).</summary>
    Skipped,
}

using System.Text.Json;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>What somebody wants of an instance. Handled by <see cref="WorkflowEngine.Handle(CompiledWorkflow, InstanceState?, WorkflowCommand, Answers, DateTimeOffset)"/>.</summary>
public abstract record WorkflowCommand;

/// <summary>Submits a record: starts a new instance.</summary>
public sealed record StartInstance(Guid Initiator) : WorkflowCommand
{
    /// <summary>What the initiator says.</summary>
    public string? Comment { get; init; }

    /// <summary>Whom the initiator has chosen, by activity with a <see cref="ChosenRule"/>; null when none has.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Guid>>? Chosen { get; init; }
}

/// <summary>Completes an open work item: approve, reject or return; complete a task; give advice.</summary>
/// <param name="WorkItem">Number of the work item within the instance.</param>
/// <param name="Person">Who decides: the person of the work item, or a proxy of that person.</param>
/// <param name="Comment">Required where the step says so.</param>
/// <param name="Resume">How the instance goes on after a return; without meaning for other decisions.</param>
public sealed record CompleteWorkItem(
    int WorkItem,
    Guid Person,
    WorkItemDecision Decision,
    string? Comment,
    ResumeMode Resume = ResumeMode.InOrder) : WorkflowCommand
{
    /// <summary>For a return: the step to return to; the initiator when null.</summary>
    public string? To { get; init; }

    /// <summary>For a task with several ways to end: which one.</summary>
    public string? Button { get; init; }
}

/// <summary>Sends a returned instance on its way again.</summary>
/// <param name="Person">The initiator, or whom the revise item was reassigned to.</param>
/// <param name="Changed">Whether the record differs from what was submitted before.</param>
public sealed record Resubmit(Guid Person, string? Comment, bool Changed = false) : WorkflowCommand;

/// <summary>The initiator takes back an instance that is running or returned. It ends as withdrawn.</summary>
public sealed record Withdraw(Guid Person, string? Comment) : WorkflowCommand;

/// <summary>Gives an open item to somebody else for good.</summary>
public sealed record TransferWorkItem(int WorkItem, Guid Person, Guid To, string? Comment) : WorkflowCommand;

/// <summary>Asks somebody else for advice, or to decide, as the step says; the item comes back when they have.</summary>
public sealed record DelegateWorkItem(int WorkItem, Guid Person, Guid To, string? Comment) : WorkflowCommand;

/// <summary>Takes a delegated item back before the delegate has acted.</summary>
public sealed record RecallWorkItem(int WorkItem, Guid Person) : WorkflowCommand;

/// <summary>Adds signers to the step of an open item.</summary>
public sealed record AddSigners(int WorkItem, Guid Person, AddedPlace Place, IReadOnlyList<Guid> People, string? Comment) : WorkflowCommand;

/// <summary>Removes an added signer who has not acted yet; for who added them.</summary>
/// <param name="WorkItem">The item of the added signer.</param>
public sealed record RemoveSigner(int WorkItem, Guid Person) : WorkflowCommand;

/// <summary>Takes one's own decision back while nobody has acted on it.</summary>
/// <param name="Changed">Whether the record was changed since the decision.</param>
public sealed record TakeBackDecision(int WorkItem, Guid Person, bool Changed = false) : WorkflowCommand;

/// <summary>Says something, without deciding.</summary>
/// <param name="Mentions">Who is told.</param>
public sealed record AddComment(Guid Person, string Text, IReadOnlyList<Guid> Mentions) : WorkflowCommand;

/// <summary>Sends copies to read.</summary>
public sealed record SendCopy(Guid Person, IReadOnlyList<Guid> To, string? Comment) : WorkflowCommand;

/// <summary>Marks a copy as read.</summary>
public sealed record MarkRead(int WorkItem, Guid Person) : WorkflowCommand;

/// <summary>The initiator asks those who hold open items to act.</summary>
public sealed record Urge(Guid Person) : WorkflowCommand;

/// <summary>An administrator gives an item to somebody else.</summary>
public sealed record ReassignWorkItem(int WorkItem, Guid Person, Guid To, string Comment) : WorkflowCommand;

/// <summary>An administrator moves the instance to a step.</summary>
/// <param name="Visit">Moves only what waits there, within its branch; the whole instance when null.</param>
public sealed record JumpTo(Guid Person, string ActivityId, string Comment, int? Visit = null) : WorkflowCommand;

/// <summary>An administrator ends the instance.</summary>
public sealed record CancelInstance(Guid Person, string Comment) : WorkflowCommand;

/// <summary>An administrator stops the instance until it is resumed.</summary>
public sealed record SuspendInstance(Guid Person, string Comment) : WorkflowCommand;

/// <summary>An administrator lets a suspended instance go on.</summary>
public sealed record ResumeInstance(Guid Person, string? Comment) : WorkflowCommand;

/// <summary>An administrator has a step with an incident tried again.</summary>
public sealed record RetryIncident(Guid Person, int Visit) : WorkflowCommand;

/// <summary>An administrator moves the instance to another version of its workflow. Handled with the new version compiled.</summary>
/// <param name="Moves">New activity id by old one, for each activity at which the instance waits.</param>
public sealed record MigrateInstance(Guid Person, int Version, IReadOnlyDictionary<string, string> Moves, string? Comment) : WorkflowCommand;

/// <summary>A wait is over: its time has come, its event was raised, its call was answered, its sub-workflow has ended.</summary>
/// <param name="Outcome">Null for time that has come; otherwise an outcome of the step.</param>
/// <param name="Values">Fields to write, from the answer of a call.</param>
/// <param name="Failure">Why a call failed; shown with the incident.</param>
public sealed record FireWait(int Wait, string? Outcome = null, IReadOnlyDictionary<string, JsonElement>? Values = null, string? Failure = null)
    : WorkflowCommand;

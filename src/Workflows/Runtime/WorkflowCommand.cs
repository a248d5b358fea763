using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>What somebody wants of an instance. Handled by <see cref="WorkflowEngine.Handle"/>.</summary>
public abstract record WorkflowCommand;

/// <summary>Submits a record: starts a new instance.</summary>
public sealed record StartInstance(Guid Initiator) : WorkflowCommand;

/// <summary>Decides an open work item of kind <see cref="WorkItemKind.Approve"/>.</summary>
/// <param name="WorkItem">Number of the work item within the instance.</param>
/// <param name="Person">Who decides; must be the person of the work item.</param>
/// <param name="Comment">Required to reject and to return, and where the step says so.</param>
/// <param name="Resume">How the instance goes on after a return; without meaning for other decisions.</param>
public sealed record CompleteWorkItem(
    int WorkItem,
    Guid Person,
    WorkItemDecision Decision,
    string? Comment,
    ResumeMode Resume = ResumeMode.InOrder) : WorkflowCommand;

/// <summary>The initiator sends a returned instance on its way again.</summary>
public sealed record Resubmit(Guid Person, string? Comment) : WorkflowCommand;

/// <summary>The initiator takes back an instance that is running or returned. It ends as withdrawn.</summary>
public sealed record Withdraw(Guid Person, string? Comment) : WorkflowCommand;

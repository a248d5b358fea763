using Backoffice.Data.Records;
using Forms.Records;
using Workflows.Paths;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

// Signatures only, until the workflow shell lands.
public enum WorkItemAction
{
    Approve,
    Reject,
    Return,
    Resubmit,
    Withdraw,
}

public sealed record DecisionResult(Guid Instance, Guid? NextWorkItem);

public sealed class WorkflowCommands
{
    public Task<Guid> SubmitAsync(Actor actor, string form, Guid record, long version, string? comment, CancellationToken ct) => throw new NotSupportedException();

    public Task<DecisionResult> DecideAsync(Actor actor, Guid workItem, WorkItemDecision decision, ResumeMode resume, string? comment, CancellationToken ct) => throw new NotSupportedException();

    public Task ResubmitAsync(Actor actor, Guid workItem, string? comment, CancellationToken ct) => throw new NotSupportedException();

    public Task WithdrawAsync(Actor actor, Guid instance, string? comment, CancellationToken ct) => throw new NotSupportedException();
}

public sealed class WorkItemQueries
{
    public Task<IReadOnlyList<WorkItemSummary>> InboxAsync(Guid person, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<InstanceSummary>> SentAsync(Guid person, CancellationToken ct) => throw new NotSupportedException();

    public Task<WorkItemDetails> GetAsync(Actor actor, Guid workItem, CancellationToken ct) => throw new NotSupportedException();

    public Task<InstanceDetails?> ForRecordAsync(Actor actor, string form, Guid record, CancellationToken ct) => throw new NotSupportedException();

    public Task<WorkflowPath?> PreviewAsync(Actor actor, string form, Guid record, CancellationToken ct) => throw new NotSupportedException();
}

public sealed record WorkItemSummary(Guid Id, Guid Instance, string Form, Guid Record, string Title)
{
    public string? Number { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public string? Party { get; init; }

    public Guid Initiator { get; init; }

    public string InitiatorName { get; init; } = "";

    public string Workflow { get; init; } = "";

    public string Activity { get; init; } = "";

    public string ActivityLabel { get; init; } = "";

    public WorkItemKind Kind { get; init; }

    public WorkItemState State { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public string Icon { get; init; } = "form";
}

public sealed record InstanceSummary(Guid Id, string Form, Guid Record, string Title)
{
    public string? Number { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public string? Party { get; init; }

    public InstanceStatus Status { get; init; }

    public string? WaitsFor { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}

public sealed record WorkItemDetails(WorkItemSummary Item, InstanceDetails Instance)
{
    public string Because { get; init; } = "";

    public IReadOnlySet<WorkItemAction> Actions { get; init; } = new HashSet<WorkItemAction>();
}

public sealed record InstanceDetails(Guid Id, InstanceStatus Status, Record Record, WorkflowPath Path, IReadOnlyList<TrailEntry> Trail)
{
    public string WorkflowLabel { get; init; } = "";

    public int WorkflowVersion { get; init; }

    public Record? BeforeReturn { get; init; }
}

public sealed record TrailEntry(DateTimeOffset At, string Act, Guid? Person, string? PersonName)
{
    public string? Activity { get; init; }

    public string? Comment { get; init; }

    public TimeSpan? Took { get; init; }

    public string? To { get; init; }
}

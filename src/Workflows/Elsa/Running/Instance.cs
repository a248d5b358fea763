using System.Text.Json;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Running;

/// <summary>
/// One instance while a command is handled: its executions, and the work whose turn is to come, first come first served.
/// What kinds of activities do, they do through its methods.
/// </summary>
internal sealed partial class Instance(Burst burst, CompiledElsa workflow, int number, string id)
{
    public Burst Burst { get; } = burst;

    public CompiledElsa Workflow { get; } = workflow;

    public int Number { get; } = number;

    public string Id { get; } = id;

    public ElsaStatus Status { get; set; }

    public ElsaSubStatus SubStatus { get; set; }

    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    public string? Trigger { get; set; }

    public ElsaCaller? Caller { get; set; }

    public Dictionary<string, JsonElement> Inputs { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, JsonElement> Outputs { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Dictionary<string, JsonElement>> Results { get; } = new(StringComparer.Ordinal);

    public JsonElement? LastResult { get; set; }

    public SortedDictionary<int, Execution> Executions { get; } = [];

    public LinkedList<Work> Queue { get; } = [];

    public List<ElsaBookmark> Bookmarks { get; } = [];

    public List<ElsaIncident> Incidents { get; } = [];

    public int NextExecution { get; set; } = 1;

    /// <summary>Puts an activity at the end of the line.</summary>
    public void Schedule(Execution? owner, ElsaNode node, IReadOnlyList<Variable>? variables = null, bool backward = false) =>
        Add(new Work(node, owner) { Variables = variables ?? [], Backward = backward }, first: false);

    /// <summary>Lets an activity that has begun go on before anything else: a loop that looks at its condition again.</summary>
    public void ScheduleAgain(Execution execution) => Add(new Work(execution.Node, execution.Parent) { Execution = execution }, first: true);

    public void ScheduleResume(Execution execution, JsonElement input) =>
        Add(new Work(execution.Node, execution.Parent) { Execution = execution, Resumes = true, Input = input }, first: false);

    public void PutBack(Work work) => Add(work, first: true);

    public void Restore(Work work) => Add(work, first: false);

    public Work Take()
    {
        var work = Queue.First!.Value;
        Queue.RemoveFirst();
        Count(work, -1);
        return work;
    }

    /// <summary>Begins an execution. Variables that the activity declares have their first values.</summary>
    public Execution Begin(Work work)
    {
        var execution = new Execution(NextExecution++, work.Node, work.Owner) { Backward = work.Backward };
        execution.Variables.AddRange(work.Variables);
        execution.Variables.AddRange(work.Node.Activity.Variables.Select(variable => new Variable(variable.Id, variable.Name, variable.Type) { Value = variable.Value }));
        Executions.Add(execution.Number, execution);
        work.Owner?.Children.Add(execution.Number, execution);
        return execution;
    }

    /// <summary>Ends an activity with outcomes (Done where none is given), cancels what still runs inside, and tells its owner.</summary>
    public void Complete(Execution execution, IReadOnlyList<string>? outcomes = null)
    {
        if (execution.Status != ExecutionStatus.Running)
        {
            return;
        }

        execution.Status = ExecutionStatus.Completed;
        End(execution);
        if (execution.Parent is { Status: ExecutionStatus.Running } owner)
        {
            owner.Node.Kind.ChildCompleted(this, owner, execution, outcomes);
        }
    }

    /// <summary>Ends an activity and all inside without an outcome. A flowchart around it reckons with the way not taken.</summary>
    public void Cancel(Execution execution)
    {
        if (execution.Status is ExecutionStatus.Completed or ExecutionStatus.Cancelled)
        {
            return;
        }

        execution.Status = ExecutionStatus.Cancelled;
        End(execution);
        if (execution.Parent is { Status: ExecutionStatus.Running } owner)
        {
            owner.Node.Kind.ChildCancelled(this, owner, execution);
        }
    }

    public void Fault(Execution execution, string message)
    {
        execution.Status = ExecutionStatus.Faulted;
        if (Executions.TryAdd(execution.Number, execution))
        {
            execution.Parent?.Children.TryAdd(execution.Number, execution);
        }

        var incident = new ElsaIncident(execution.Node.Activity.Id, execution.Node.Activity.Type, message, Burst.Now);
        Incidents.Add(incident);
        Burst.Emit(new IncidentRaised(Id, incident));
        if (!Workflow.Definition.ContinuesWithIncidents)
        {
            Finish(ElsaSubStatus.Faulted);
        }
    }

    /// <summary>Ends the instance at once, whatever is still running in it.</summary>
    public void Stop(ElsaSubStatus subStatus)
    {
        Queue.Clear();
        Bookmarks.Clear();
        foreach (var execution in Executions.Values)
        {
            execution.Status = ExecutionStatus.Cancelled;
        }

        Executions.Clear();
        Finish(subStatus);
    }

    public void Finish(ElsaSubStatus subStatus)
    {
        if (Status != ElsaStatus.Finished)
        {
            (Status, SubStatus) = (ElsaStatus.Finished, subStatus);
            Burst.Emit(new InstanceEnded(Id, subStatus));
        }
    }

    /// <summary>Ends the nearest workflow around an activity, as <c>Complete</c> and the end of its root do.</summary>
    public void CompleteWorkflow(Execution sender, IReadOnlyList<string> outcomes)
    {
        if (sender.Ancestors.FirstOrDefault(execution => execution.Node.Kind is Kinds.WorkflowKind) is { } workflow)
        {
            Complete(workflow, outcomes);
        }
    }

    /// <summary>Tells what is around an activity that it breaks out of its loop.</summary>
    public static void Break(Execution sender)
    {
        foreach (var execution in sender.Ancestors)
        {
            execution.Breaking |= execution.Node.Kind.HearsBreak;
            if (execution.Node.Kind.StopsBreak)
            {
                return;
            }
        }
    }

    public void WaitFor(Execution execution, ElsaWait wait, string? stimulus = null, DateTimeOffset? dueAt = null, int? child = null)
    {
        var bookmark = new ElsaBookmark(Burst.TakeBookmarkNumber(), execution.Number, execution.Node.Activity.Id, wait, stimulus, dueAt, child);
        Bookmarks.Add(bookmark);
        Burst.Emit(new BookmarkCreated(Id, bookmark));
    }

    private void End(Execution execution)
    {
        if (execution.Waiting > 0)
        {
            Drop(execution);
        }

        Bookmarks.RemoveAll(bookmark => bookmark.Execution == execution.Number);
        foreach (var child in execution.Children.Values.ToList())
        {
            Cancel(child);
        }

        Executions.Remove(execution.Number);
        execution.Parent?.Children.Remove(execution.Number);
    }

    private void Add(Work work, bool first)
    {
        Count(work, 1);
        _ = first ? Queue.AddFirst(work) : Queue.AddLast(work);
    }

    private void Drop(Execution owner)
    {
        for (var at = Queue.First; at is not null;)
        {
            var next = at.Next;
            if (at.Value.Owner == owner)
            {
                Queue.Remove(at);
                owner.Waiting--;
            }

            at = next;
        }
    }

    private static void Count(Work work, int by)
    {
        if (work.Owner is { } owner)
        {
            owner.Waiting += by;
        }
    }
}

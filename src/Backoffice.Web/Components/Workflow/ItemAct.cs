using Backoffice.Data.Workflows;

namespace Backoffice.Web.Components.Workflow;

/// <summary>An act of a person on a work item, as pages carry it out.</summary>
/// <param name="Words">Key of what is said when it is done, with the title of the record.</param>
/// <param name="Run">The command.</param>
public sealed record ItemAct(string Words, Func<WorkflowCommands, Backoffice.Data.Records.Actor, Task> Run)
{
    /// <summary>The item stays with the person: it is shown again rather than the next.</summary>
    public bool Stays { get; init; }

    /// <summary>A decision that may be taken back.</summary>
    public bool CanBeUndone { get; init; }

    /// <summary>Given what is wrong with the record, by field.</summary>
    public Action<IReadOnlyList<Forms.Problems.Problem>>? Wrong { get; init; }
}

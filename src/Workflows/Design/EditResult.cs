using Workflows.Definitions;

namespace Workflows.Design;

/// <summary>What an edit of the drawing gave: <see cref="Edited"/> or <see cref="EditRefused"/>.</summary>
public abstract record EditResult
{
    /// <summary>The new definition, for callers that know that the edit is possible.</summary>
    /// <exception cref="InvalidOperationException">The edit was refused.</exception>
    public WorkflowDefinition Required => this is Edited edited
        ? edited.Definition
        : throw new InvalidOperationException($"Expected an edit that is possible, but it was refused: {this}");
}

/// <summary>The drawing after the edit.</summary>
/// <param name="Selected">Id of the step to show next; null when none stands out.</param>
/// <param name="Removed">Labels of the steps that went with it; ask before more goes than what the person pointed at.</param>
public sealed record Edited(WorkflowDefinition Definition, string? Selected, IReadOnlyList<string> Removed) : EditResult;

/// <summary>The drawing would not be whole afterwards; nothing has changed.</summary>
/// <param name="Code">Stable, for words: <c>workflow.unreachable</c>, <c>edit.start</c>.</param>
/// <param name="Label">Of the step that stands in the way; empty when it is the drawing as a whole.</param>
public sealed record EditRefused(string Code, string Label) : EditResult;

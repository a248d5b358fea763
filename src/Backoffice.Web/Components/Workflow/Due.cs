namespace Backoffice.Web.Components.Workflow;

/// <summary>How near the due moment of something is.</summary>
public enum DueState
{
    /// <summary>There is no deadline.</summary>
    None,
    Later,
    Today,
    Late,
}

/// <summary>A due moment as people say it.</summary>
/// <param name="Text">For a line of a list: "in 1 d 4 h", "14:30, in 2 h", "late 5 h".</param>
/// <param name="Sentence">For a head: "Due in 1 d 4 h".</param>
/// <param name="Exact">For the tooltip, with the time zone.</param>
public sealed record Due(DueState State, string Text, string Sentence, string Exact)
{
    public static Due None { get; } = new(DueState.None, string.Empty, string.Empty, string.Empty);

    /// <summary>Class that colours it; null on time.</summary>
    public string? Hue => this.State switch { DueState.Late => "late", DueState.Today => "soon", _ => null };

    /// <summary>Icon whose shape says it without colour; null on time.</summary>
    public string? Icon => this.State switch { DueState.Late => "warning", DueState.Today => "clock", _ => null };
}

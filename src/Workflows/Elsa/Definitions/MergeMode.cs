namespace Workflows.Elsa.Definitions;

/// <summary>How an activity of a flowchart with several ways in waits for them when tokens count.</summary>
internal enum MergeMode
{
    /// <summary>As <see cref="Stream"/>.</summary>
    None,

    /// <summary>Runs when no way in that was taken is still on its way; ways not taken do not matter.</summary>
    Stream,

    /// <summary>Waits for all ways in that do not come back from a loop, taken or not.</summary>
    Merge,

    /// <summary>Waits for all ways in.</summary>
    Converge,

    /// <summary>Runs at the first arrival; arrivals over other ways in are taken as seen.</summary>
    Cascade,

    /// <summary>Runs at the first arrival and cancels what is still on its way.</summary>
    Race,
}

using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>One return of an instance, kept so that the path can show it and a straight one can come back.</summary>
/// <param name="Number">1, 2, 3 … within the instance.</param>
/// <param name="Visit">The visit that returned it.</param>
/// <param name="ActivityId">The step that returned it.</param>
/// <param name="Target">The step that it was returned to; null for the initiator.</param>
public sealed record InstanceReturn(
    int Number,
    DateTimeOffset At,
    int Visit,
    string ActivityId,
    string? Target,
    int Round,
    Guid Person,
    string Comment,
    ResumeMode Resume)
{
    /// <summary>The branch that a straight return comes back to.</summary>
    public int Branch { get; init; }

    /// <summary>The visit from which everything was undone, or stands still until a straight return is back.</summary>
    public int Since { get; init; }

    /// <summary>The straight return on whose way it was made; null otherwise.</summary>
    public int? Detour { get; init; }

    /// <summary>The command that made it.</summary>
    public int MadeBy { get; init; }

    /// <summary>The command that ended it: it came back, was resubmitted, or will never come back. 0 until then.</summary>
    public int EndedBy { get; init; }

    internal bool IsUnderWay => EndedBy == 0;

    /// <summary>It will come back to the branch it was made in, for which the joins of that branch wait.</summary>
    internal bool ComesBack => EndedBy == 0 && Resume == ResumeMode.StraightBack;
}

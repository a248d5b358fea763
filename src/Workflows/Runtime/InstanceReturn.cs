using Workflows.WorkItems;

namespace Workflows.Runtime;

/// <summary>One return of an instance to its initiator, kept so that the path can show it.</summary>
/// <param name="Visit">The visit that returned it; dropped from the path once the instance is resubmitted.</param>
/// <param name="ActivityId">The step that returned it.</param>
public sealed record InstanceReturn(
    DateTimeOffset At,
    int Visit,
    string ActivityId,
    int Round,
    Guid Person,
    string Comment,
    ResumeMode Resume);

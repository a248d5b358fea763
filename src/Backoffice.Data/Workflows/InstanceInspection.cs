using Backoffice.Data.Instances;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Backoffice.Data.Workflows;

/// <summary>An instance with all that an administrator acts on.</summary>
/// <param name="Items">All work items there ever were: open ones first, then the latest.</param>
public sealed record InstanceInspection(InstanceDetails Details, InstanceOverview Overview, IReadOnlyList<InspectedItem> Items)
{
    public IReadOnlyList<InspectedWait> Waits { get; init; } = [];

    /// <summary>Where it stands: one for each branch.</summary>
    public IReadOnlyList<InspectedToken> Tokens { get; init; } = [];

    /// <summary>What its status allows.</summary>
    public IReadOnlyList<InstanceAct> Acts { get; init; } = [];

    /// <summary>The steps that the whole instance can be moved to.</summary>
    public IReadOnlyList<ActivityDefinition> JumpTo { get; init; } = [];

    /// <summary>The version that is in force now.</summary>
    public int VersionInForce { get; init; }
}

/// <summary>A work item as administrators see it.</summary>
public sealed record InspectedItem(WorkItemRow Row, string ActivityLabel, string PersonName, string? ActedByName)
{
    /// <summary>Key of the calendar of its deadline; null for that of the unit.</summary>
    public string? Calendar { get; init; }

    public bool CanReassign { get; init; }
}

/// <summary>Something that the instance waits for besides people.</summary>
/// <param name="Tier">What comes next, for a deadline; null when the item becomes due.</param>
public sealed record InspectedWait(PendingWait Wait, string Activity, string ActivityLabel, TierAct? Tier, string? PersonName);

/// <summary>A place where the instance waits.</summary>
/// <param name="Visit">Number of the visit.</param>
public sealed record InspectedToken(int Visit, string Activity, string ActivityLabel, TokenState State)
{
    /// <summary>The steps that this place can be moved to.</summary>
    public IReadOnlyList<ActivityDefinition> JumpTo { get; init; } = [];
}

/// <summary>What a token does.</summary>
public enum TokenState
{
    /// <summary>People are asked.</summary>
    Working,

    /// <summary>Waits for other branches, a moment, an event, an answer.</summary>
    Waiting,

    /// <summary>Cannot go on.</summary>
    Stopped,
}

namespace Backoffice.Data.Workflows;

/// <summary>Which instances an administrator wants to see.</summary>
public sealed record InstanceFilter
{
    public InstanceView View { get; init; }

    /// <summary>Key of a workflow; all when null.</summary>
    public string? Workflow { get; init; }

    /// <summary>Whom they wait for; anybody when null.</summary>
    public Guid? Person { get; init; }

    /// <summary>Number or title of the record, or a part of it.</summary>
    public string? Search { get; init; }

    public int Skip { get; init; }

    /// <summary>At most 200.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>A kind of list of instances.</summary>
public enum InstanceView
{
    /// <summary>Running, returned and suspended.</summary>
    UnderWay,

    /// <summary>Under way with an open item past due.</summary>
    Late,

    /// <summary>With a step that cannot go on.</summary>
    Incidents,
    Suspended,
    Ended,
}

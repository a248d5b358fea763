namespace Backoffice.Data.Workflows;

/// <summary>An entry of the trail.</summary>
/// <param name="Act">One of <see cref="TrailActs"/>.</param>
/// <param name="Person">Who acted; null when nobody did.</param>
public sealed record TrailEntry(DateTimeOffset At, string Act, Guid? Person, string? PersonName)
{
    /// <summary>Id of the step.</summary>
    public string? Activity { get; init; }

    /// <summary>English label of the step.</summary>
    public string? ActivityLabel { get; init; }

    public string? Comment { get; init; }

    /// <summary>Elapsed time, not business time.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>Whom or what the act was aimed at.</summary>
    public string? To { get; init; }

    /// <summary>For whom a proxy acted; null when nobody was represented.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>A deadline acted, and nobody did.</summary>
    public bool ByDeadline { get; init; }

    /// <summary>The way in which a task ended.</summary>
    public string? Button { get; init; }

    /// <summary>What an administrator did.</summary>
    public bool IsAdministration { get; init; }
}

namespace Backoffice.Data.Instances;

/// <summary>When a workflow with a schedule starts next. Claimed by moving it on, so that each moment is taken once.</summary>
public sealed class ScheduleRow
{
    /// <summary>Key of the workflow and index of the trigger: <c>credit-review/0</c>.</summary>
    public required string Key { get; set; }

    /// <summary>The expression that <see cref="NextAt"/> was worked out from.</summary>
    public required string Cron { get; set; }

    public DateTimeOffset NextAt { get; set; }
}

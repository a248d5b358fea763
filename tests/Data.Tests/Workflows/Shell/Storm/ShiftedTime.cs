namespace Data.Tests.Workflows.Shell.Storm;

/// <summary>The machine's clock, put forward: what is due in hours comes due, and leases of the dead run out.</summary>
internal sealed class ShiftedTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}

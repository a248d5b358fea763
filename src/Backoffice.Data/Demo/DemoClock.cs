namespace Backoffice.Data.Demo;

/// <summary>A clock that stands at the moment the demo tells of. Give it to the stores that the player uses, to no others.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => this.now;

    internal void MoveTo(DateTimeOffset moment) => this.now = moment;
}

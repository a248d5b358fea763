using Backoffice.Data.Instances;
using Backoffice.Web.Localization;

namespace Backoffice.Web.Pages.Delegations;

/// <summary>A delegation while it is written. Not thread-safe.</summary>
public sealed class DelegationDraft
{
    /// <summary>Whose work.</summary>
    public Guid Holder { get; set; }

    /// <summary>Who signs; nobody yet when empty.</summary>
    public IReadOnlyList<Guid> Proxy { get; set; } = [];

    public DateOnly From { get; set; }

    public TimeOnly FromClock { get; set; } = new(8, 30);

    public DateOnly To { get; set; }

    public TimeOnly ToClock { get; set; } = new(17, 30);

    /// <summary>Keys of workflows; all when empty.</summary>
    public HashSet<string> Workflows { get; } = new(StringComparer.Ordinal);

    public string Reason { get; set; } = string.Empty;

    public DateTimeOffset StartsAt(Moments moments) => moments.At(this.From, this.FromClock);

    public DateTimeOffset EndsAt(Moments moments) => moments.At(this.To, this.ToClock);

    /// <summary>Whether a workflow is meant.</summary>
    public bool Covers(string workflow) => this.Workflows.Count == 0 || this.Workflows.Contains(workflow);

    /// <summary>Whether another delegation is for one of the same workflows at a time of this one.</summary>
    public bool Overlaps(DelegationRow other, Moments moments) =>
        other.RevokedAt is null
        && other.Holder == this.Holder
        && other.StartsAt < this.EndsAt(moments)
        && this.StartsAt(moments) < other.EndsAt
        && (this.Workflows.Count == 0 || other.Workflows is null || this.Workflows.Any(key => other.Workflows.Contains($",{key},", StringComparison.Ordinal)));
}

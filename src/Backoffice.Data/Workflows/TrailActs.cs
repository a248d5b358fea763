namespace Backoffice.Data.Workflows;

/// <summary>Words of <see cref="Instances.TrailRow.Act"/>. Pages translate them as <c>trail.{act}</c>.</summary>
public static class TrailActs
{
    public const string Submitted = "submitted";
    public const string Opened = "opened";
    public const string Approved = "approved";
    public const string Rejected = "rejected";
    public const string Returned = "returned";
    public const string Resubmitted = "resubmitted";
    public const string Withdrawn = "withdrawn";

    /// <summary>A step passed without a signer, by its policy.</summary>
    public const string Skipped = "skipped";

    /// <summary>People were told; <see cref="Instances.TrailRow.To"/> has their names.</summary>
    public const string Notified = "notified";

    /// <summary>The instance ended; <see cref="Instances.TrailRow.To"/> has the result.</summary>
    public const string Completed = "completed";
}

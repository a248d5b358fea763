using System.Collections.Frozen;
using Backoffice.Data.Workflows;
using Backoffice.Web.Localization;

namespace Backoffice.Web.Components.Workflow;

/// <summary>How an act of the trail looks: icon where nobody acted, and the class that colours its words.</summary>
/// <param name="Icon">Name of the icon.</param>
/// <param name="Hue">Class of the words; null for plain.</param>
public sealed record TrailLook(string Icon, string? Hue = null)
{
    private static readonly FrozenDictionary<string, TrailLook> Looks = new Dictionary<string, TrailLook>
    {
        [TrailActs.Submitted] = new("send"),
        [TrailActs.Opened] = new("inbox"),
        [TrailActs.Approved] = new("tick"),
        [TrailActs.Rejected] = new("cross", "bad"),
        [TrailActs.Returned] = new("return", "warn"),
        [TrailActs.SentBack] = new("return", "warn"),
        [TrailActs.Resubmitted] = new("send"),
        [TrailActs.Withdrawn] = new("undo"),
        [TrailActs.Done] = new("tick"),
        [TrailActs.Transferred] = new("transfer"),
        [TrailActs.Delegated] = new("people"),
        [TrailActs.Recalled] = new("undo"),
        [TrailActs.AddedBefore] = new("plus"),
        [TrailActs.AddedAfter] = new("plus"),
        [TrailActs.AddedBeside] = new("plus"),
        [TrailActs.Removed] = new("minus"),
        [TrailActs.TakenBack] = new("undo", "warn"),
        [TrailActs.Commented] = new("comment"),
        [TrailActs.Copied] = new("copy"),
        [TrailActs.Urged] = new("bell"),
        [TrailActs.Reassigned] = new("transfer"),
        [TrailActs.Reminded] = new("clock"),
        [TrailActs.Escalated] = new("warning", "bad"),
        [TrailActs.Mailed] = new("mail"),
        [TrailActs.Failed] = new("error", "bad"),
        [TrailActs.Retried] = new("retry"),
        [TrailActs.Jumped] = new("arrow"),
        [TrailActs.Suspended] = new("pause"),
        [TrailActs.Resumed] = new("play"),
        [TrailActs.Cancelled] = new("stop", "bad"),
        [TrailActs.Migrated] = new("branch"),
        [TrailActs.Skipped] = new("minus"),
        [TrailActs.Notified] = new("bell"),
        [TrailActs.Completed] = new("stop"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The look of an act; null for one that is not known.</summary>
    public static TrailLook? Find(string act) => Looks.GetValueOrDefault(act);

    public static TrailLook Of(string act) => Find(act) ?? new TrailLook("arrow");

    /// <summary>What was done, after the name of who did it: "returned it to Finance review".</summary>
    /// <param name="to">Translates what the act was aimed at: a step, a status; names of people are left alone.</param>
    public static string Act(TrailEntry entry, Words words, Func<string, string> to)
    {
        var key = $"trail.{entry.Act}";
        var said = entry.To is { } target && words[key + ".to"] is var with && with != key + ".to" ? words[key + ".to", to(target)] : words[key];
        return entry.OnBehalfOf is { } holder ? words["trail.for", said, holder] : said;
    }
}

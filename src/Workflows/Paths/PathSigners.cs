using Workflows.Runtime;
using Workflows.WorkItems;

namespace Workflows.Paths;

/// <summary>Makes the people of a step: those asked, as their work items stand, and those still to be asked.</summary>
internal static class PathSigners
{
    public static IReadOnlyList<PathSigner> Of(Route route, ActivityVisit visit, bool isReal) =>
        isReal
            ? [.. visit.Signers.SelectMany((signer, order) => Real(route, visit, signer, order))]
            : [.. visit.Signers.Select(Expected)];

    /// <param name="real">The visit of the start; null before the record is submitted, or when it is to be submitted again.</param>
    public static PathSigner Submitting(Route route, ActivityVisit? real)
    {
        if (!route.IsWithInitiator)
        {
            return new PathSigner(route.Initiator, "", PathSignerState.Submitted) { At = real?.EnteredAt };
        }

        var revision = route.Present?.OpenWorkItems.FirstOrDefault(item => item.Kind == WorkItemKind.Revise);
        return new PathSigner(revision?.Person ?? route.Initiator, "", PathSignerState.Open, revision?.Number) { AskedAt = revision?.OpenedAt };
    }

    /// <summary>The signer of a place, and behind it whoever was brought in there.</summary>
    private static IEnumerable<PathSigner> Real(Route route, ActivityVisit visit, Signer signer, int order)
    {
        var items = route.Present!.WorkItems
            .Where(item => item.Visit == visit.Number && item.Order == order && item.Kind is not (WorkItemKind.Read or WorkItemKind.Revise))
            .ToList();
        return items.Count == 0 ? [Unasked(visit, signer)] : items.Select(item => Real(route, item));
    }

    private static PathSigner Unasked(ActivityVisit visit, Signer signer) => signer.HasApproved
        ? new PathSigner(signer.Person, signer.Because, PathSignerState.Approved)
        : visit.LeftAt is null ? Expected(signer) : new PathSigner(signer.Person, signer.Because, PathSignerState.NotNeeded);

    private static PathSigner Real(Route route, WorkItem item) => new(item.Person, item.Because, StateOf(item.State), item.Number)
    {
        AskedAt = item.OpenedAt,
        At = item.ClosedAt,
        Took = item.ClosedAt - item.OpenedAt,
        Comment = item.Comment,
        DueAt = item.DueAt,
        ActedBy = item.ActedBy,
        BroughtInBy = item.Origin is { } origin ? route.Present!.FindWorkItem(origin)?.Person : null,
    };

    private static PathSigner Expected(Signer signer) => new(signer.Person, signer.Because, PathSignerState.Expected);

    private static PathSignerState StateOf(WorkItemState state) => state switch
    {
        WorkItemState.Open => PathSignerState.Open,
        WorkItemState.Approved => PathSignerState.Approved,
        WorkItemState.Rejected => PathSignerState.Rejected,
        WorkItemState.Returned => PathSignerState.Returned,
        WorkItemState.Done => PathSignerState.Done,
        WorkItemState.Held => PathSignerState.Held,
        _ => PathSignerState.NotNeeded,
    };
}

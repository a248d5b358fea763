using Workflows.Runtime;
using Workflows.WorkItems;

namespace Workflows.Paths;

/// <summary>Makes the people of a step: those asked, as their work items stand, and those still to be asked.</summary>
internal static class PathSigners
{
    public static IReadOnlyList<PathSigner> Of(Route route, ActivityVisit visit, bool isReal) =>
        [.. visit.Signers.Select((signer, order) => isReal ? Real(route, visit, signer, order) : Expected(signer))];

    /// <param name="real">The visit of the start; null before the record is submitted, or when it is to be submitted again.</param>
    public static PathSigner Submitting(Route route, ActivityVisit? real)
    {
        if (!route.IsWithInitiator)
        {
            return new PathSigner(route.Initiator, "", PathSignerState.Submitted) { At = real?.EnteredAt };
        }

        var revision = route.Present?.OpenWorkItems.FirstOrDefault(item => item.Kind == WorkItemKind.Revise);
        return new PathSigner(route.Initiator, "", PathSignerState.Open, revision?.Number) { AskedAt = revision?.OpenedAt };
    }

    private static PathSigner Real(Route route, ActivityVisit visit, Signer signer, int order)
    {
        var item = route.Present!.WorkItems.FirstOrDefault(item =>
            item.Kind == WorkItemKind.Approve && item.Visit == visit.Number && item.Order == order);
        if (item is null)
        {
            return visit.LeftAt is null
                ? Expected(signer)
                : new PathSigner(signer.Person, signer.Because, PathSignerState.NotNeeded);
        }

        return new PathSigner(item.Person, item.Because, StateOf(item.State), item.Number)
        {
            AskedAt = item.OpenedAt,
            At = item.ClosedAt,
            Took = item.ClosedAt - item.OpenedAt,
            Comment = item.Comment,
        };
    }

    private static PathSigner Expected(Signer signer) => new(signer.Person, signer.Because, PathSignerState.Expected);

    private static PathSignerState StateOf(WorkItemState state) => state switch
    {
        WorkItemState.Open => PathSignerState.Open,
        WorkItemState.Approved => PathSignerState.Approved,
        WorkItemState.Rejected => PathSignerState.Rejected,
        WorkItemState.Returned => PathSignerState.Returned,
        _ => PathSignerState.NotNeeded,
    };
}

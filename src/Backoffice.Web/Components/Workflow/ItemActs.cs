using Backoffice.Data.Workflows;
using Workflows.WorkItems;

namespace Backoffice.Web.Components.Workflow;

/// <summary>Every act that a person can do with a work item, as a command with its words.</summary>
public static class ItemActs
{
    private static readonly CancellationToken Always = CancellationToken.None;

    public static ItemAct Decide(WorkItemView view, WorkItemAnswer answer, Action<IReadOnlyList<Forms.Problems.Problem>>? wrong = null)
    {
        var advice = view.Item.Kind == WorkItemKind.Advise;
        return new ItemAct(advice ? "decided.Advise" : $"decided.{answer.Decision}", (commands, actor) => commands.DecideAsync(actor, view.Item.Id, answer, Always))
        {
            CanBeUndone = true,
            Wrong = wrong,
        };
    }

    public static ItemAct Resubmit(WorkItemView view, string? comment) => new("decided.Resubmit", (commands, actor) => commands.ResubmitAsync(actor, view.Item.Id, comment, Always));

    public static ItemAct Withdraw(WorkItemView view, string? comment) => new("decided.Withdraw", (commands, actor) => commands.WithdrawAsync(actor, view.Item.Instance, comment, Always));

    public static ItemAct Transfer(WorkItemView view, PassChoice choice) =>
        new("decided.Transfer", (commands, actor) => commands.TransferAsync(actor, view.Item.Id, choice.People[0], choice.Comment, Always));

    public static ItemAct Delegate(WorkItemView view, PassChoice choice) =>
        new("decided.Delegate", (commands, actor) => commands.DelegateAsync(actor, view.Item.Id, choice.People[0], choice.Comment, Always));

    public static ItemAct Recall(WorkItemView view) => new("decided.Recall", (commands, actor) => commands.RecallAsync(actor, view.Item.Id, Always)) { Stays = true };

    public static ItemAct AddSigners(WorkItemView view, AddSignersChoice choice) =>
        new("decided.AddSigners", (commands, actor) => commands.AddSignersAsync(actor, view.Item.Id, choice.Place, choice.People, choice.Comment, Always))
        {
            Stays = choice.Place != global::Workflows.Definitions.AddedPlace.Before,
        };

    public static ItemAct Remove(BroughtIn added) => new("decided.Remove", (commands, actor) => commands.RemoveSignerAsync(actor, added.WorkItem, Always)) { Stays = true };

    public static ItemAct TakeBack(WorkItemView view) => new("decided.TakeBack", (commands, actor) => commands.TakeBackAsync(actor, view.Item.Id, Always)) { Stays = true };

    public static ItemAct Comment(WorkItemView view, PassChoice choice) =>
        new("decided.Comment", (commands, actor) => commands.CommentAsync(actor, view.Item.Instance, choice.Comment!, choice.People, Always)) { Stays = true };

    public static ItemAct Copy(WorkItemView view, PassChoice choice) =>
        new("decided.Copy", (commands, actor) => commands.CopyAsync(actor, view.Item.Instance, choice.People, choice.Comment, Always)) { Stays = true };

    public static ItemAct MarkRead(WorkItemView view) => new("decided.MarkRead", (commands, actor) => commands.MarkReadAsync(actor, view.Item.Id, Always));

    public static ItemAct Urge(WorkItemView view) => new("decided.Urge", (commands, actor) => commands.UrgeAsync(actor, view.Item.Instance, Always)) { Stays = true };
}

using Backoffice.Data.Workflows;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;
using Forms.Problems;
using Microsoft.AspNetCore.Components;
using Workflows.WorkItems;

namespace Backoffice.Web.Components.Workflow;

/// <summary>What an act of the person came to.</summary>
public enum DecisionEnd
{
    /// <summary>It is done; the inbox no longer has the item.</summary>
    Done,

    /// <summary>It is done; the item stays with the person.</summary>
    Stays,

    /// <summary>Somebody was faster, or the item changed: look at it again.</summary>
    Outdated,

    /// <summary>Refused or failed; it was said, nothing changed. Or the second click of a double click: nothing was done or said.</summary>
    Refused,
}

/// <summary>The acts of a person on work items, with what is said after each. Scoped; inbox and work-item page share it.</summary>
public sealed class Deciding(
    Gesture gesture, CurrentPerson me, InboxFeed feed, Toasts toasts, Words words, Moments moments, NavigationManager addresses, TimeProvider time, ILogger<Deciding> log)
{
    /// <summary>
    /// After a decision the next item opens with its button in the same place: a click within this time was meant for the
    /// one before.
    /// </summary>
    private static readonly TimeSpan SecondClick = TimeSpan.FromMilliseconds(800);

    private bool busy;
    private long? decided;

    /// <summary>Does something with an item.</summary>
    public async Task<DecisionEnd> RunAsync(WorkItemSummary item, ItemAct act)
    {
        if (this.busy || (this.decided is { } before && time.GetElapsedTime(before) < SecondClick))
        {
            return DecisionEnd.Refused;
        }

        this.busy = true;
        try
        {
            return await this.CarryOutAsync(item, act);
        }
        finally
        {
            this.busy = false;
        }
    }

    /// <summary>Approves or rejects one of several items without saying anything; why it was refused, or null when it is done.</summary>
    public async Task<string?> DecideQuietlyAsync(WorkItemSummary item, WorkItemDecision decision, string? comment)
    {
        var actor = await me.ActorAsync();
        var refusal = await gesture.RunAsync<BulkDecisions, RefusalException?>(bulk => bulk.DecideAsync(actor, item.Id, decision, comment, CancellationToken.None));
        return refusal is null ? null : await this.ExplainAsync(item, refusal);
    }

    /// <summary>The latest act of a person, as a sentence; null when there is none.</summary>
    public string? WhatHappened(WorkItemDetails details)
    {
        var act = details.Instance.Trail.FirstOrDefault(entry => entry.Person is not null && entry.Act is not (TrailActs.Opened or TrailActs.Notified));
        return act is null ? null : words["decided.by", act.PersonName, TrailLook.Act(act, words, to => to), moments.Short(act.At)];
    }

    private async Task<DecisionEnd> CarryOutAsync(WorkItemSummary item, ItemAct act)
    {
        var actor = await me.ActorAsync();
        try
        {
            await gesture.RunAsync<WorkflowCommands>(commands => act.Run(commands, actor));
        }
        catch (RefusalException refusal) when (refusal.Reason is RefusalReason.InvalidState or RefusalReason.Conflict or RefusalReason.NotFound)
        {
            toasts.Refuse(words["decided.refused", item.Title], await this.ExplainAsync(item, refusal));
            await feed.RefreshAsync();
            return DecisionEnd.Outdated;
        }
        catch (RefusalException refusal)
        {
            act.Wrong?.Invoke(refusal.Problems);
            toasts.Refuse(words["decided.refused", item.Title], refusal.Problems is [var first, ..] ? Fields.ProblemText.Of(first, words) : refusal.Message);
            return DecisionEnd.Refused;
        }
#pragma warning disable CA1031 // Said with a reference and logged; what was typed stays.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            toasts.Refuse(words["decided.failed"], words["do.copyReference", Failure.Of(failure, log).Reference]);
            return DecisionEnd.Refused;
        }

        // Done: a list that cannot be read again now must not say otherwise.
        var undo = act.CanBeUndone && await gesture.RunAsync<InstanceQueries, bool>(queries => queries.MayTakeBackAsync(actor, item.Id, CancellationToken.None));
        toasts.Done(words[act.Words, item.Title], item.Party ?? item.Number, Address.WorkItem(item.Id), undo ? () => this.UndoAsync(item) : null);
        await feed.RefreshAsync();
        this.decided = act.Stays ? this.decided : time.GetTimestamp();
        return act.Stays ? DecisionEnd.Stays : DecisionEnd.Done;
    }

    /// <summary>Takes a decision back from its toast, and shows the item.</summary>
    private async Task UndoAsync(WorkItemSummary item)
    {
        var taken = new ItemAct("decided.TakeBack", (commands, actor) => commands.TakeBackAsync(actor, item.Id, CancellationToken.None)) { Stays = true };
        this.decided = null;
        if (await this.RunAsync(item, taken) == DecisionEnd.Stays)
        {
            addresses.NavigateTo(Address.WorkItem(item.Id));
        }
    }

    /// <summary>"Chen Ya approved at 14:05" where the trail knows; else the words of the refusal.</summary>
    private async Task<string> ExplainAsync(WorkItemSummary item, RefusalException refusal)
    {
        if (refusal.Code != "work-item.not-open")
        {
            var key = "refused." + refusal.Code;
            return refusal.Problems is [var first, ..] ? Fields.ProblemText.Of(first, words) : words[key] is var said && said != key ? said : refusal.Message;
        }

        var actor = await me.ActorAsync();
        var details = await gesture.RunAsync<WorkItemQueries, WorkItemDetails>(queries => queries.GetAsync(actor, item.Id, CancellationToken.None));
        return this.WhatHappened(details) ?? refusal.Message;
    }
}

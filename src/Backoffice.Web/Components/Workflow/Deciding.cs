using Backoffice.Data.Workflows;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;
using Forms.Problems;
using Workflows.WorkItems;

namespace Backoffice.Web.Components.Workflow;

/// <summary>What a decision of the person came to.</summary>
public enum DecisionEnd
{
    /// <summary>It is done; the inbox no longer has the item.</summary>
    Done,

    /// <summary>Somebody was faster, or the item changed: look at it again.</summary>
    Outdated,

    /// <summary>Refused or failed; it was said, nothing changed. Or the second click of a double click: nothing was done or said.</summary>
    Refused,
}

/// <summary>The decisions of a person on work items, with what is said after each. Scoped; inbox and work-item page share it.</summary>
public sealed class Deciding(
    Gesture gesture, CurrentPerson me, InboxFeed feed, Toasts toasts, Words words, Moments moments, TimeProvider time, ILogger<Deciding> log)
{
    /// <summary>
    /// After a decision the next item opens with its button in the same place: a click within this time was meant for the
    /// one before.
    /// </summary>
    private static readonly TimeSpan SecondClick = TimeSpan.FromMilliseconds(800);

    private bool busy;
    private long? decided;

    /// <summary>Approves, rejects or returns one item.</summary>
    public Task<DecisionEnd> DecideAsync(WorkItemSummary item, WorkItemDecision decision, string? comment, ResumeMode resume = ResumeMode.InOrder) =>
        this.RunAsync(item, "decided." + decision, async commands => await commands.DecideAsync(
            await me.ActorAsync(), item.Id, decision, resume, Trimmed(comment), CancellationToken.None));

    /// <summary>Sends a returned record on its way again.</summary>
    public Task<DecisionEnd> ResubmitAsync(WorkItemSummary item, string? comment) =>
        this.RunAsync(item, "decided.Resubmit", async commands => await commands.ResubmitAsync(
            await me.ActorAsync(), item.Id, Trimmed(comment), CancellationToken.None));

    public Task<DecisionEnd> WithdrawAsync(WorkItemSummary item, string? comment) =>
        this.RunAsync(item, "decided.Withdraw", async commands => await commands.WithdrawAsync(
            await me.ActorAsync(), item.Instance, Trimmed(comment), CancellationToken.None));

    /// <summary>Approves or rejects one of several items without saying anything; why it was refused, or null when it is done.</summary>
    public async Task<string?> DecideQuietlyAsync(WorkItemSummary item, WorkItemDecision decision, string? comment)
    {
        try
        {
            var actor = await me.ActorAsync();
            await gesture.RunAsync<WorkflowCommands>(commands => commands.DecideAsync(
                actor, item.Id, decision, ResumeMode.InOrder, Trimmed(comment), CancellationToken.None));
            return null;
        }
        catch (RefusalException refusal)
        {
            return await this.ExplainAsync(item, refusal);
        }
    }

    private async Task<DecisionEnd> RunAsync(WorkItemSummary item, string doneKey, Func<WorkflowCommands, Task> act)
    {
        if (this.busy || (this.decided is { } before && time.GetElapsedTime(before) < SecondClick))
        {
            return DecisionEnd.Refused;
        }

        this.busy = true;
        try
        {
            return await this.CarryOutAsync(item, doneKey, act);
        }
        finally
        {
            this.busy = false;
        }
    }

    private async Task<DecisionEnd> CarryOutAsync(WorkItemSummary item, string doneKey, Func<WorkflowCommands, Task> act)
    {
        try
        {
            await gesture.RunAsync(act);
        }
        catch (RefusalException refusal) when (refusal.Reason is RefusalReason.InvalidState or RefusalReason.Conflict or RefusalReason.NotFound)
        {
            toasts.Refuse(words["decided.refused", item.Title], await this.ExplainAsync(item, refusal));
            await feed.RefreshAsync();
            return DecisionEnd.Outdated;
        }
        catch (RefusalException refusal)
        {
            toasts.Refuse(words["decided.refused", item.Title], refusal.Problems is [var first, ..] ? first.Message : refusal.Message);
            return DecisionEnd.Refused;
        }
#pragma warning disable CA1031 // Said with a reference and logged; what was typed stays.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            toasts.Refuse(words["decided.failed"], words["do.copyReference", Failure.Of(failure, log).Reference]);
            return DecisionEnd.Refused;
        }

        // Decided: a list that cannot be read again now must not say otherwise.
        toasts.Done(words[doneKey, item.Title], item.Party ?? item.Number, Address.WorkItem(item.Id));
        await feed.RefreshAsync();
        this.decided = time.GetTimestamp();
        return DecisionEnd.Done;
    }

    /// <summary>"Chen Ya approved at 14:05" where the trail knows; else the words of the refusal.</summary>
    private async Task<string> ExplainAsync(WorkItemSummary item, RefusalException refusal)
    {
        if (refusal.Code != "work-item.not-open")
        {
            return refusal.Message;
        }

        var actor = await me.ActorAsync();
        var details = await gesture.RunAsync<WorkItemQueries, WorkItemDetails>(queries => queries.GetAsync(actor, item.Id, CancellationToken.None));
        return this.WhatHappened(details) ?? refusal.Message;
    }

    /// <summary>The latest act of a person, as a sentence; null when there is none.</summary>
    public string? WhatHappened(WorkItemDetails details)
    {
        var act = details.Instance.Trail.FirstOrDefault(entry => entry.Person is not null && entry.Act is not (TrailActs.Opened or TrailActs.Notified));
        return act is null ? null : words["decided.by", act.PersonName, words[$"trail.{act.Act}"], moments.Short(act.At)];
    }

    private static string? Trimmed(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
}

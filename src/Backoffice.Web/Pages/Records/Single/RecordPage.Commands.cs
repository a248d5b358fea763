using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components;
using Backoffice.Web.Components.Fields;
using Forms.Problems;
using Microsoft.AspNetCore.Components.Routing;
using Record = Forms.Records.Record;

namespace Backoffice.Web.Pages.Records.Single;

/// <summary>What a person does with the record: edit, save, choose at a clash, submit, withdraw, delete, leave.</summary>
public partial class RecordPage
{
    private Question question;
    private string? refused;
    private string? dialogRefused;
    private bool busy;
    private RecordMerge? merge;
    private Record? theirs;
    private string clashWho = string.Empty;
    private string clashWhen = string.Empty;
    private string? leaveTo;

    private enum Question
    {
        None,
        Submit,
        Delete,
        Withdraw,
        Leave,
    }

    private void Ask(Question next)
    {
        this.question = next;
        this.dialogRefused = null;
    }

    private void AskSubmit() => this.Ask(Question.Submit);

    private void EditAsync()
    {
        this.refused = null;
        this.draft = new RecordDraft(this.labels.Form, this.record);
    }

    private void CancelAsync()
    {
        if (this.record.Version == 0)
        {
            this.Addresses.NavigateTo(Address.List(this.FormKey));
        }
        else if (this.draft!.HasChanges)
        {
            this.leaveTo = null;
            this.Ask(Question.Leave);
        }
        else
        {
            this.draft = null;
        }
    }

    private void OnUnread(FieldInput input, string text, Problem problem)
    {
        if (this.draft is not null && this.PlaceOf(input) is { } place)
        {
            this.draft.Unread(place, text, problem);
            this.draft.Leave(place);
            this.StateHasChanged();
        }
    }

    private FieldPlace? PlaceOf(FieldInput input) =>
        FieldPlace.All(this.draft!.Form, this.draft.Record).Cast<FieldPlace?>().FirstOrDefault(place => place!.Value.ElementId == input.Id);

    private async Task SaveAsync()
    {
        if (this.busy || this.draft is null)
        {
            return;
        }

        this.refused = null;
        if (!this.draft.LeaveAll())
        {
            this.draft.ShowProblems([]);
            await this.form!.NextErrorAsync();
            return;
        }

        await this.StoreAsync(this.draft.Record);
    }

    private async Task SaveMergedAsync(IReadOnlySet<FieldPlace> takeTheirs)
    {
        var merged = this.merge!.Record;
        this.draft!.Rebase(this.theirs!, merged);
        foreach (var clash in this.merge.Clashes.Where(clash => takeTheirs.Contains(clash.Place)))
        {
            this.draft.Set(clash.Place, clash.Theirs);
        }

        this.merge = null;
        await this.StoreAsync(this.draft.Record);
    }

    private async Task StoreAsync(Record values)
    {
        this.busy = true;
        try
        {
            var isNew = values.Version == 0;
            var saved = await this.Gesture.RunAsync<RecordStore, Record>(store => store.SaveAsync(this.actor, values, CancellationToken.None));
            this.draft = null;
            this.record = saved;
            await this.ReadAsync(saved.Id);
            this.Toasts.Done(this.Words[isNew ? "records.created" : "records.saved", this.Name]);
            if (isNew)
            {
                this.loaded = (this.FormKey, saved.Id);
                this.Addresses.NavigateTo(Address.Record(this.FormKey, saved.Id), replace: true);
            }
        }
        catch (RefusalException refusal) when (refusal.Reason is RefusalReason.Invalid && this.draft is not null)
        {
            this.draft.ShowProblems(this.labels.Translate(refusal.Problems));
            this.StateHasChanged();
            await this.form!.NextErrorAsync();
        }
        catch (RefusalException refusal) when (refusal.Reason is RefusalReason.Conflict && this.draft is not null)
        {
            await this.ShowClashAsync();
        }
        catch (RefusalException refusal)
        {
            this.refused = refusal.Message;
        }
        finally
        {
            this.busy = false;
        }
    }

    private async Task ShowClashAsync()
    {
        this.theirs = await this.FetchAsync(this.draft!.Record.Id);
        await this.NameAsync(this.theirs);
        this.merge = RecordMerge.Of(this.labels.Form, this.draft.Original, this.draft.Record, this.theirs);
        this.clashWho = await this.NameOfAsync(this.theirs.ModifiedBy);
        this.clashWhen = this.Moments.Short(this.theirs.ModifiedAt);
        this.savedMeanwhile = null;
    }

    /// <summary>Files are stored at once and give the record a new version: go on from that one where nothing clashes.</summary>
    private async Task StoredAsync()
    {
        var fresh = await this.FetchAsync(this.draft!.Record.Id);
        var together = RecordMerge.Of(this.labels.Form, this.draft.Original, this.draft.Record, fresh);
        if (together.Clashes.Count == 0)
        {
            this.draft.Rebase(fresh, together.Record);
            this.record = fresh;
        }
    }

    private async Task SubmitAsync(string? comment) => await this.RunAsync(async () =>
    {
        await this.Gesture.RunAsync<WorkflowCommands, Guid>(commands => commands.SubmitAsync(this.actor, this.FormKey, this.record.Id, this.record.Version, comment, CancellationToken.None));
        await this.ReadAsync(this.record.Id);
        var waits = this.instance?.Path.Steps.Where(step => step.State is Workflows.Paths.PathStepState.Current).SelectMany(step => step.Signers).Select(signer => signer.Person).Distinct().ToList() ?? [];
        var people = await this.Directory.GetAsync(CancellationToken.None);
        var names = string.Join(this.Words["list.comma"], waits.Select(id => people.Person(id)?.Name).OfType<string>());
        this.Toasts.Done(this.Words["records.submitted", this.Name], names.Length > 0 ? this.Words["records.waitsFor", names] : null);
    });

    private async Task ResubmitAsync() => await this.RunAsync(async () =>
    {
        await this.Gesture.RunAsync<WorkflowCommands>(commands => commands.ResubmitAsync(this.actor, this.instance!.OwnWorkItem!.Value, comment: null, CancellationToken.None));
        await this.ReadAsync(this.record.Id);
        this.Toasts.Done(this.Words["records.resubmitted", this.Name]);
    });

    private async Task WithdrawAsync() => await this.RunAsync(async () =>
    {
        await this.Gesture.RunAsync<WorkflowCommands>(commands => commands.WithdrawAsync(this.actor, this.instance!.Id, comment: null, CancellationToken.None));
        await this.ReadAsync(this.record.Id);
        this.Toasts.Done(this.Words["records.withdrawn", this.Name]);
    });

    private async Task DeleteAsync() => await this.RunAsync(async () =>
    {
        await this.Gesture.RunAsync<RecordStore>(store => store.DeleteAsync(this.actor, this.FormKey, this.record.Id, this.record.Version, CancellationToken.None));
        this.Toasts.Done(this.Words["records.deleted", this.Name]);
        this.Addresses.NavigateTo(Address.List(this.FormKey));
    });

    /// <summary>Runs a command of the read page; a refusal is said in the dialog, or on the page when there is none.</summary>
    private async Task RunAsync(Func<Task> command)
    {
        if (this.busy)
        {
            return;
        }

        this.busy = true;
        this.refused = null;
        this.dialogRefused = null;
        try
        {
            await command();
            this.Ask(Question.None);
        }
        catch (RefusalException refusal)
        {
            var said = refusal.Problems.Count > 0 ? string.Join(" ", this.labels.Translate(refusal.Problems).Select(problem => ProblemText.Of(problem, this.Words))) : refusal.Message;
            if (this.question is Question.Submit)
            {
                this.dialogRefused = said;
            }
            else
            {
                this.refused = said;
                this.Ask(Question.None);
            }
        }
        finally
        {
            this.busy = false;
        }
    }

    private void OnLeaving(LocationChangingContext leaving)
    {
        if (this.draft is { HasChanges: true } && !this.busy)
        {
            leaving.PreventNavigation();
            this.leaveTo = leaving.TargetLocation;
            this.Ask(Question.Leave);
            this.StateHasChanged();
        }
    }

    private void Leave()
    {
        this.Ask(Question.None);
        this.draft = null;
        if (this.leaveTo is { } target)
        {
            this.Addresses.NavigateTo(target);
        }
        else if (this.record.Version == 0)
        {
            this.Addresses.NavigateTo(Address.List(this.FormKey));
        }
    }
}

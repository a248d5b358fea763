using Backoffice.Data.Definitions.Drafts;
using Backoffice.Data.Records;
using Backoffice.Web.Components;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;
using Forms.Problems;
using Workflows.Definitions;
using Workflows.Design;
using Workflows.Design.Layout;

namespace Backoffice.Web.Pages.Design.Edit;

/// <summary>
/// A draft open in a page: what is drawn, chosen and wrong, what can be undone, and the saving of every edit as it is made.
/// One per page; call from its renderer.
/// </summary>
public sealed class DesignerSession(Gesture gesture, Actor actor, WorkflowDraft draft, Words words, Toasts toasts)
{
    private EditHistory<WorkflowContent> history = EditHistory<WorkflowContent>.Of(draft.Content);
    private bool saving;
    private bool unsaved;

    /// <summary>Something to draw anew.</summary>
    public event EventHandler? Changed;

    /// <summary>As it is kept.</summary>
    public WorkflowDraft Draft { get; private set; } = draft;

    public WorkflowContent Content => this.history.Present;

    public WorkflowDefinition Definition => this.Content.Definition;

    public FlowDrawing Drawing { get; private set; } = FlowLayout.Arrange(draft.Content.Definition, FlowLayout.FoldedAtFirst(draft.Content.Definition));

    /// <summary>The branches shown as one box.</summary>
    public IReadOnlySet<Arrow> Folded { get; private set; } = FlowLayout.FoldedAtFirst(draft.Content.Definition);

    public IReadOnlyList<DraftProblem> Problems { get; private set; } = [];

    /// <summary>The chosen step; null when it is the workflow itself.</summary>
    public ActivityDefinition? Selected { get; private set; }

    /// <summary>What an edit would take along, until the person has agreed.</summary>
    public Edited? Asking { get; private set; }

    /// <summary>Somebody else saved meanwhile, so that the last edits are not kept.</summary>
    public bool Clashes { get; private set; }

    /// <summary>The way of the record that was tried last; null once something has changed.</summary>
    public TrialPath? Trial { get; private set; }

    public bool CanUndo => this.history.CanUndo;

    public bool CanRedo => this.history.CanRedo;

    public bool IsSaving => this.saving;

    /// <summary>Whether what is drawn differs from what is in force.</summary>
    public bool IsDraft => this.Draft.Version > 0;

    public IEnumerable<DraftProblem> Stopping => this.Problems.Where(problem => problem.StopsPublishing);

    public IEnumerable<DraftProblem> ProblemsOf(string step) => this.Problems.Where(problem => problem.Step == step);

    /// <summary>Lights a way in the drawing, or none.</summary>
    public void Show(TrialPath? trial)
    {
        this.Trial = trial;
        this.Raise();
    }

    public void Select(string? step)
    {
        this.Selected = step is null ? null : this.Definition.Activities.FirstOrDefault(other => other.Id == step);
        if (this.Selected is not null && this.Drawing.Box(this.Selected.Id) is null)
        {
            // It stands in a folded branch: open those that hide it.
            this.Fold(this.Drawing.Boxes.Where(box => box.Folded?.Steps.Contains(this.Selected.Id) == true).Select(box => box.Folded!.Branch), fold: false);
        }

        this.Raise();
    }

    /// <summary>Shows branches as one box, or open.</summary>
    public void Fold(IEnumerable<Arrow> branches, bool fold)
    {
        this.Folded = fold ? this.Folded.Union(branches).ToHashSet() : this.Folded.Except(branches).ToHashSet();
        this.Draw();
        this.Raise();
    }

    /// <summary>
    /// Makes an edit, unless it is refused, which is said, or takes along more than what was pointed at, which is asked first.
    /// </summary>
    /// <param name="expected">How many steps the person knows will go.</param>
    public Task EditAsync(EditResult result, int expected = 0)
    {
        switch (result)
        {
            case Edited edited when edited.Removed.Count > expected:
                this.Asking = edited;
                this.Raise();
                return Task.CompletedTask;
            case Edited edited:
                return this.MakeAsync(edited);
            case EditRefused refused:
                toasts.Refuse(words["design.refused"], words["design.refused." + refused.Code, refused.Label]);
                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }
    }

    /// <summary>Makes the edit that was asked about, or not.</summary>
    public Task AnswerAsync(bool goOn)
    {
        var asked = this.Asking;
        this.Asking = null;
        this.Raise();
        return goOn && asked is not null ? this.MakeAsync(asked) : Task.CompletedTask;
    }

    /// <summary>Gives a step other settings.</summary>
    public Task ChangeAsync(ActivityDefinition step) => this.EditAsync(FlowEdits.Change(this.Definition, step));

    public Task ChangeAsync(WorkflowDefinition definition) => this.ChangeAsync(this.Content with { Definition = definition });

    public async Task ChangeAsync(WorkflowContent content)
    {
        this.history = this.history.Do(content);
        await this.ShowAsync();
    }

    public async Task UndoAsync()
    {
        this.history = this.history.Undo();
        await this.ShowAsync();
    }

    public async Task RedoAsync()
    {
        this.history = this.history.Redo();
        await this.ShowAsync();
    }

    /// <summary>After a clash: what the other person saved, or what stands here.</summary>
    public async Task SettleAsync(bool mine)
    {
        var theirs = await gesture.RunAsync<WorkflowDrafts, WorkflowDraft>(drafts => drafts.OpenAsync(actor, this.Definition.Key, CancellationToken.None));
        this.Draft = theirs;
        this.Clashes = false;
        if (mine)
        {
            await this.SaveAsync();
        }
        else
        {
            this.history = EditHistory<WorkflowContent>.Of(theirs.Content);
        }

        await this.CheckAsync();
        this.Draw();
        this.Raise();
    }

    public async Task CheckAsync() => this.Problems = await gesture.RunAsync<DraftProblems, IReadOnlyList<DraftProblem>>(problems => problems.FindAsync(this.Content, CancellationToken.None));

    private async Task MakeAsync(Edited edited)
    {
        if (edited.Selected is not null)
        {
            this.Selected = edited.Definition.Activities.First(step => step.Id == edited.Selected);
        }

        await this.ChangeAsync(StepFactory.Translate(this.Content, edited.Definition, words));
    }

    private async Task ShowAsync()
    {
        this.Selected = this.Selected is null ? null : this.Definition.Activities.FirstOrDefault(step => step.Id == this.Selected.Id);
        this.Trial = null;
        this.Draw();
        this.Raise();
        await this.SaveAsync();
        await this.CheckAsync();
        this.Raise();
    }

    private void Draw() => this.Drawing = FlowLayout.Arrange(this.Definition, this.Folded);

    /// <summary>One save at a time, always of the newest state.</summary>
    private async Task SaveAsync()
    {
        this.unsaved = true;
        if (this.saving || this.Clashes)
        {
            return;
        }

        this.saving = true;
        try
        {
            while (this.unsaved)
            {
                this.unsaved = false;
                this.Draft = await gesture.RunAsync<WorkflowDrafts, WorkflowDraft>(drafts => drafts.SaveAsync(actor, this.Draft, this.Content, CancellationToken.None));
            }
        }
        catch (RefusalException refusal) when (refusal.Reason == RefusalReason.Conflict)
        {
            this.Clashes = true;
        }
        finally
        {
            this.saving = false;
        }
    }

    private void Raise() => this.Changed?.Invoke(this, EventArgs.Empty);
}

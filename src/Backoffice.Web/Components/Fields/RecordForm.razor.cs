using Backoffice.Data.Records;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;
using Microsoft.AspNetCore.Components;

namespace Backoffice.Web.Components.Fields;

public partial class RecordForm : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private FieldInputs inputs = null!;
    private CancellationTokenSource? calculating;

    [Inject]
    private Gesture Gesture { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private FormKeys Keys { get; set; } = null!;

    [Parameter, EditorRequired]
    public RecordDraft Draft { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormLabels Labels { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldContext Context { get; set; } = null!;

    /// <summary>Whether rows of a sub-table may be added and removed, by its name.</summary>
    [Parameter]
    public Func<string, (bool Add, bool Remove)> RowRights { get; set; } = _ => (true, true);

    /// <summary>Something changed that the page around shows: the count of changes, of problems.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>Files came or went in the store; they are stored apart from the save.</summary>
    [Parameter]
    public EventCallback Stored { get; set; }

    public void Dispose()
    {
        this.calculating?.Cancel();
        this.calculating?.Dispose();
    }

    /// <summary>Puts the focus on the first control with a problem.</summary>
    public ValueTask NextErrorAsync() => this.Keys.NextErrorAsync();

    protected override void OnParametersSet()
    {
        if (this.inputs?.Draft != this.Draft || this.inputs.Labels != this.Labels)
        {
            this.inputs = new FieldInputs(this.Draft, this.Labels, this.EditedAsync, () => _ = this.Changed.InvokeAsync());
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await this.Keys.WatchAsync();
        }
    }

    private async Task EditedAsync(FieldPlace place)
    {
        await this.FillAsync(place);
        await this.Changed.InvokeAsync();
        await this.CalculateAsync();
    }

    /// <summary>Computes after a short pause. An answer that a later edit has overtaken is dropped.</summary>
    private async Task CalculateAsync()
    {
        if (this.calculating is not null)
        {
            await this.calculating.CancelAsync();
            this.calculating.Dispose();
        }

        this.calculating = new CancellationTokenSource();
        var ct = this.calculating.Token;
        try
        {
            await Task.Delay(Pause, this.Clock, ct);
            var edits = this.Draft.Edits;
            var asked = this.Draft.Record.Copy();
            var calculated = await this.Gesture.RunAsync<RecordStore, Record>(store => store.CalculateAsync(asked, ct));
            if (this.Draft.Edits == edits && !ct.IsCancellationRequested)
            {
                this.Draft.TakeCalculated(calculated);
                this.StateHasChanged();
                await this.Changed.InvokeAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // A later edit asks again.
        }
        catch (RefusalException refusal) when (refusal.Reason is RefusalReason.Invalid)
        {
            foreach (var problem in refusal.Problems)
            {
                if (FieldPlace.Of(problem.Path, this.Draft.Record) is { } wrong)
                {
                    this.Draft.Complain(wrong, problem);
                }
            }

            await this.Changed.InvokeAsync();
        }
    }

    /// <summary>A chosen link fills the fields its definition names (<see cref="LinkField.Fill"/>).</summary>
    private async Task FillAsync(FieldPlace place)
    {
        if (RecordDifference.FieldOf(this.Draft.Form, place) is not LinkField { Fill: { Count: > 0 } fill } link || this.Draft.Value(place) is not Guid id)
        {
            return;
        }

        try
        {
            var chosen = await this.Gesture.RunAsync<RecordStore, Record>(store => store.GetAsync(this.Context.Actor, link.Form, id, CancellationToken.None));
            foreach (var (field, source) in fill)
            {
                this.Draft.Set(place with { Field = field }, chosen[source]);
            }
        }
        catch (RefusalException refusal)
        {
            this.Draft.Complain(place, new Problem(place.Field, refusal.Code, refusal.Message));
        }
    }
}

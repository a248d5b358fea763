using Forms.Fields;
using Forms.Problems;
using Forms.Records;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Backoffice.Web.Components.Fields;

public partial class TableEditor
{
    private RemovedRow? removed;
    private string? focusNext;

    [Inject]
    private FormKeys Keys { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldInputs Inputs { get; set; } = null!;

    [Parameter, EditorRequired]
    public TableField Table { get; set; } = null!;

    [Parameter]
    public bool MayAdd { get; set; } = true;

    [Parameter]
    public bool MayRemove { get; set; } = true;

    /// <summary>Rows came or went.</summary>
    [Parameter]
    public EventCallback Edited { get; set; }

    private RecordDraft Draft => this.Inputs.Draft;

    private FormLabels Labels => this.Inputs.Labels;

    private IReadOnlyList<RecordRow> Rows => this.Draft.Record.Rows(this.Table.Name);

    private string AddId => $"f-{this.Table.Name}-add";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (this.focusNext is { } id)
        {
            this.focusNext = null;
            await this.Keys.FocusAsync(id);
        }
    }

    private FieldPlace Place(FieldDefinition column, RecordRow row) => new(column.Name, this.Table.Name, row.Id);

    private bool IsNew(RecordRow row) =>
        !this.Draft.IsNew && this.Draft.Original.Rows(this.Table.Name).All(old => old.Id != row.Id);

    private string Head(FieldDefinition column) => FieldLook.Currency(column, this.Draft.Record) is { } currency
        ? this.Words["records.inCurrency", this.Labels.Of(column, this.Table), FormLabels.Sign(currency)]
        : this.Labels.Of(column, this.Table);

    /// <summary>Controls need a little more room than values.</summary>
    private static int? WidthOf(FieldDefinition column) => FieldLook.Width(column) is { } width ? Math.Max(width, column is DateField ? 128 : 96) : null;

    private IEnumerable<(FieldDefinition Column, Problem Problem)> ProblemsOf(RecordRow row) =>
        from column in this.Table.Columns
        let problem = this.Draft.Problem(this.Place(column, row))
        where problem is not null
        select (column, problem);

    private async Task AddAsync()
    {
        this.removed = null;
        var row = this.Draft.AddRow(this.Table);
        this.focusNext = this.FirstControl(row);
        await this.Edited.InvokeAsync();
    }

    private async Task RemoveAsync(Guid row)
    {
        this.removed = this.Draft.RemoveRow(this.Table.Name, row);
        this.focusNext = this.Rows.Count > 0 ? this.FirstControl(this.Rows[Math.Min(this.removed.Index, this.Rows.Count - 1)]) : this.AddId;
        await this.Edited.InvokeAsync();
    }

    private async Task RestoreAsync()
    {
        this.Draft.RestoreRow(this.removed!);
        this.focusNext = this.FirstControl(this.removed!.Row);
        this.removed = null;
        await this.Edited.InvokeAsync();
    }

    private async Task OnKeyAsync(KeyboardEventArgs key, int index)
    {
        if (key is not { Key: "Enter", CtrlKey: false, AltKey: false, MetaKey: false })
        {
            return;
        }

        if (index == this.Rows.Count - 1)
        {
            await (this.MayAdd ? this.AddAsync() : Task.CompletedTask);
        }
        else
        {
            this.focusNext = this.FirstControl(this.Rows[index + 1]);
        }
    }

    /// <summary>Tab on the last button of the last row goes on in a new row.</summary>
    private async Task OnEndKeyAsync(KeyboardEventArgs key, int index)
    {
        if (this.MayAdd && key is { Key: "Tab", ShiftKey: false } && index == this.Rows.Count - 1 && this.Rows[index].Values.Count > 0)
        {
            await this.AddAsync();
        }
    }

    private string FirstControl(RecordRow row) =>
        this.Place(this.Table.Columns.FirstOrDefault(column => column is { IsComputed: false, ReadOnly: false }) ?? this.Table.Columns[0], row).ElementId;
}

using Forms.Fields;
using Microsoft.AspNetCore.Components;

namespace Backoffice.Web.Components.Fields;

/// <summary>What the editors of all field types share.</summary>
/// <typeparam name="TField">The field type.</typeparam>
public abstract class FieldControl<TField> : ComponentBase
    where TField : FieldDefinition
{
    [Parameter, EditorRequired]
    public FieldInput Input { get; set; } = null!;

    protected TField Field => (TField)this.Input.Field;

    protected string? Invalid => this.Input.Invalid ? "true" : null;

    protected string? Required => this.Input.Required ? "true" : null;

    /// <summary>The label is said to screen readers where none stands above.</summary>
    protected string? SpokenLabel => this.Input.InRow ? this.Input.Label : null;

    /// <summary>The text of the control; setting it is typing.</summary>
    protected string Text
    {
        get => this.Input.Text;
        set => this.Input.Type(value ?? string.Empty);
    }
}

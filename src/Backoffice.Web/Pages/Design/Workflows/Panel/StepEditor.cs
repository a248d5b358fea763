using Backoffice.Data.Definitions;
using Backoffice.Web.Localization;
using Backoffice.Web.Pages.Design.Edit;
using Forms.Definitions;
using Forms.Fields;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions;

namespace Backoffice.Web.Pages.Design.Panel;

/// <summary>What the editors of all kinds of steps share.</summary>
/// <typeparam name="TStep">The settings of the kind.</typeparam>
public abstract class StepEditor<TStep> : ComponentBase
    where TStep : ActivityDefinition
{
    [CascadingParameter] public DesignerSession Session { get; set; } = null!;

    [CascadingParameter] public DesignWords Design { get; set; } = null!;

    [Parameter, EditorRequired] public TStep Step { get; set; } = null!;

    [Inject] protected Labels Labels { get; set; } = null!;

    protected WorkflowDefinition Workflow => this.Session.Definition;

    protected FormDefinition? Form => this.Design.FormOf(this.Workflow);

    protected Task SetAsync(TStep step) => this.Session.ChangeAsync(step);

    /// <summary>Fields of the form by name and label.</summary>
    protected IReadOnlyList<(string Value, string Text)> Fields(Func<FieldDefinition, bool> which) => FieldsOf(this.Form, which);

    protected IReadOnlyList<(string Value, string Text)> FieldsOf(FormDefinition? form, Func<FieldDefinition, bool> which) =>
        form is null ? [] : [.. form.Fields.Where(which).Select(field => (field.Name, this.Labels.Field(form, field)))];

    /// <summary>The people fields, and those behind one link: "customer.owner".</summary>
    protected IReadOnlyList<(string Value, string Text)> PeopleFields() => this.Far(field => field is PersonField);

    /// <summary>Fields of the form and of the forms it links to, by path.</summary>
    protected IReadOnlyList<(string Value, string Text)> Far(Func<FieldDefinition, bool> which) => this.Form is not { } form
        ? []
        :
        [
            .. this.Fields(which),
            .. form.Fields.OfType<LinkField>()
                .Where(link => this.Design.Set.Find<FormDefinition>(link.Form) is not null)
                .SelectMany(link => this.FieldsOf(this.Design.Set.Form(link.Form), which)
                    .Select(far => ($"{link.Name}.{far.Value}", $"{this.Labels.Field(form, link)}: {far.Text}"))),
        ];
}

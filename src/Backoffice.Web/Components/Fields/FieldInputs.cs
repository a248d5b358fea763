using Forms.Fields;
using Forms.Records;

namespace Backoffice.Web.Components.Fields;

/// <summary>Makes the controls' inputs for the fields of a draft, and tells its owner of each edit.</summary>
/// <param name="draft">What is edited.</param>
/// <param name="labels">Words of its form.</param>
/// <param name="edited">A value changed.</param>
/// <param name="drawn">Only what is shown changed.</param>
public sealed class FieldInputs(RecordDraft draft, FormLabels labels, Func<FieldPlace, Task> edited, Action drawn)
{
    public RecordDraft Draft => draft;

    public FormLabels Labels => labels;

    public FieldInput Of(FieldDefinition field) => this.Of(field, new FieldPlace(field.Name), table: null, labels.Of(field));

    /// <summary>A cell. Its label says the row, as no label stands above it.</summary>
    public FieldInput Of(FieldDefinition column, TableField table, RecordRow row, string rowWords) =>
        this.Of(column, new FieldPlace(column.Name, table.Name, row.Id), table, $"{labels.Of(column, table)}, {rowWords}") with { InRow = true };

    private FieldInput Of(FieldDefinition field, FieldPlace place, TableField? table, string label)
    {
        var invalid = draft.Problem(place) is not null;
        return new FieldInput
        {
            Field = field,
            Id = place.ElementId,
            Label = label,
            Format = labels.Format(field, table, draft.Record),
            Read = () => draft.Value(place),
            ReadTyped = () => draft.Typed(place),
            Invalid = invalid,
            DescribedBy = invalid ? place.ElementId + "-error" : field.Hint is not null && table is null ? place.ElementId + "-hint" : null,
            Required = field.Required,
            Set = value =>
            {
                draft.Set(place, value);
                return edited(place);
            },
            Type = text =>
            {
                var (edits, complained) = (draft.Edits, draft.Problem(place) is not null);
                draft.Type(place, text);
                if (draft.Edits != edits)
                {
                    _ = edited(place);
                }
                else if (complained)
                {
                    drawn();
                }
            },
            Leave = () =>
            {
                draft.Leave(place);
                drawn();
            },
        };
    }
}

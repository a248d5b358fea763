using Forms.Fields;

namespace Backoffice.Web.Components.Fields;

/// <summary>
/// All that one control needs, whatever it edits: a field of a record, a cell of a sub-table, a value of a filter.
/// Made anew for each drawing.
/// </summary>
public sealed record FieldInput
{
    public required FieldDefinition Field { get; init; }

    /// <summary>Id of the control; its label points to it.</summary>
    public required string Id { get; init; }

    /// <summary>Read by screen readers where no visible label stands above.</summary>
    public required string Label { get; init; }

    public required FieldFormat Format { get; init; }

    /// <summary>
    /// Reads the present value. A control draws itself after its own event, before its parent does; a value copied
    /// here earlier would then overwrite what the person has typed since.
    /// </summary>
    public required Func<object?> Read { get; init; }

    /// <summary>Reads the text that stands in the control instead of the value; null when the value does.</summary>
    public required Func<string?> ReadTyped { get; init; }

    public bool Invalid { get; init; }

    /// <summary>Ids of the hint and the error.</summary>
    public string? DescribedBy { get; init; }

    public bool Required { get; init; }

    /// <summary>Whether it stands in a row, without a label above it.</summary>
    public bool InRow { get; init; }

    /// <summary>Takes a chosen value.</summary>
    public required Func<object?, Task> Set { get; init; }

    /// <summary>Takes text as it is typed.</summary>
    public required Action<string> Type { get; init; }

    /// <summary>The person leaves the control.</summary>
    public required Action Leave { get; init; }

    public object? Value => this.Read();

    public string? Typed => this.ReadTyped();

    /// <summary>Text of the control: as typed, else the value without a currency sign.</summary>
    public string Text => this.Typed ?? this.Field.Format(this.Value, this.Format with { Currency = null });

    public string Class => (this.InRow ? "in in-row" : "in") + (this.Invalid ? " err" : string.Empty);
}

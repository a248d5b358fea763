namespace Backoffice.Data.Records;

/// <summary>The last number given in a scope; changed in the transaction of the record, so that a rollback leaves no gap.</summary>
public sealed class CounterRow
{
    /// <summary>Form, field and the text around the counter: <c>contract/number/CT-2026-</c>.</summary>
    public required string Scope { get; set; }

    public long Last { get; set; }
}

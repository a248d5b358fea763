namespace Backoffice.Data.Records;

/// <summary>What is known about a stored file; the bytes stand in <see cref="AttachmentContentRow"/>.</summary>
public sealed class AttachmentRow
{
    public Guid Id { get; set; }

    public required string Form { get; set; }

    public Guid Record { get; set; }

    /// <summary>Stable id of the field.</summary>
    public required string Field { get; set; }

    public required string Name { get; set; }

    public required string ContentType { get; set; }

    /// <summary>In bytes.</summary>
    public long Size { get; set; }

    public Guid AddedBy { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>Since when the record has it no more, though a frozen version of it does; null while the record has it.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

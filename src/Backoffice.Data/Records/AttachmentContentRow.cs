namespace Backoffice.Data.Records;

/// <summary>A piece of a stored file, so that no file is ever in memory as a whole.</summary>
public sealed class AttachmentContentRow
{
    public Guid Attachment { get; set; }

    /// <summary>0, 1, 2 …</summary>
    public int Piece { get; set; }

    public required byte[] Content { get; set; }
}

namespace Forms.Fields;

/// <summary>A stored file of a record.</summary>
/// <param name="Id">Of the attachment.</param>
/// <param name="Name">As uploaded, without path.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ContentType">MIME type as found by the file's name.</param>
public sealed record FileReference(Guid Id, string Name, long Size, string ContentType);

using Forms.Fields;

namespace Backoffice.Data.Records;

/// <summary>Files of records, kept in the database in pieces and streamed both ways.</summary>
public sealed class AttachmentStore
{
    /// <summary>Adds a file to a saved record.</summary>
    /// <exception cref="Forms.Problems.RefusalException">Invalid (too large, kind of file not allowed), forbidden, not found, invalid state (in approval).</exception>
    public Task<FileReference> AddAsync(Actor actor, string form, Guid record, string field, string fileName, Stream content, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>A file whose record the actor may read. The caller disposes the stream.</summary>
    public Task<(FileReference File, Stream Content)> OpenAsync(Actor actor, Guid id, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Removes a file from its record.</summary>
    public Task RemoveAsync(Actor actor, Guid id, CancellationToken ct) => throw new NotSupportedException();
}

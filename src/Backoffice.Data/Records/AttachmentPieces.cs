namespace Backoffice.Data.Records;

/// <summary>Writes a file in pieces, so that only one is in memory.</summary>
internal static class AttachmentPieces
{
    /// <summary>Bytes of a piece; the last one has fewer.</summary>
    internal const int Size = 1 << 20;

    internal static async Task WriteAsync(BackofficeDb db, Guid attachment, Stream content, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        content.Position = 0;
        var buffer = new byte[Size];
        for (var piece = 0; ; piece++)
        {
            var read = await content.ReadAtLeastAsync(buffer, Size, throwOnEndOfStream: false, ct);
            if (read == 0)
            {
                return;
            }

            var row = new AttachmentContentRow { Attachment = attachment, Piece = piece, Content = buffer[..read] };
            db.AttachmentContents.Add(row);
            await db.SaveChangesAsync(ct);
            db.Entry(row).State = Microsoft.EntityFrameworkCore.EntityState.Detached;
        }
    }
}

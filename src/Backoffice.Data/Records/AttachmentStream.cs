using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Reads a stored file piece by piece. Owns its context.</summary>
internal sealed class AttachmentStream(BackofficeDb db, Guid attachment, long length) : Stream
{
    private ReadOnlyMemory<byte> current;
    private int next;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => this.position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (this.current.IsEmpty)
        {
            var piece = this.next++;
            this.current = await db.AttachmentContents.AsNoTracking()
                .Where(row => row.Attachment == attachment && row.Piece == piece)
                .Select(row => row.Content)
                .SingleOrDefaultAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, this.current.Length);
        this.current[..count].CopyTo(buffer);
        this.current = this.current[count..];
        this.position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        this.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A stored file is read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            db.Dispose();
        }

        base.Dispose(disposing);
    }
}

using System.Buffers.Binary;

namespace Forms.Formulas.Protocol;

/// <summary>A message: length (4 bytes, little endian, of what follows), kind (1 byte), body.</summary>
internal readonly record struct Frame(FrameKind Kind, byte[] Body)
{
    public const int MaxBody = 64_000_000;
    private const int Head = 5;

    public BinaryReader Read() => new(new MemoryStream(Body, writable: false));

    /// <summary>All bytes of a message, to be written at once.</summary>
    public static byte[] Encode(FrameKind kind, Action<BinaryWriter>? write = null)
    {
        using var stream = new MemoryStream();
        stream.Write(stackalloc byte[Head]);
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            write?.Invoke(writer);
        }

        var bytes = stream.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length - 4);
        bytes[4] = (byte)kind;
        return bytes;
    }

    /// <returns>null when the stream ends.</returns>
    /// <exception cref="InvalidDataException">The length is not plausible.</exception>
    public static Frame? Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[Head];
        if (stream.ReadAtLeast(head, Head, throwOnEndOfStream: false) < Head)
        {
            return null;
        }

        var body = new byte[BodyLength(head)];
        return stream.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) < body.Length ? null : new Frame((FrameKind)head[4], body);
    }

    /// <inheritdoc cref="Read(Stream)"/>
    public static async Task<Frame?> ReadAsync(Stream stream)
    {
        var head = new byte[Head];
        if (await stream.ReadAtLeastAsync(head, Head, throwOnEndOfStream: false) < Head)
        {
            return null;
        }

        var body = new byte[BodyLength(head)];
        return await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false) < body.Length
            ? null
            : new Frame((FrameKind)head[4], body);
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(head) - 1;
        return length is >= 0 and <= MaxBody ? length : throw new InvalidDataException($"A message of {length} bytes is not plausible.");
    }
}

using System.IO.Compression;
using System.Text;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>Keeps the state of an instance as compressed text: most of it are names that repeat.</summary>
internal static class StoredStates
{
    internal static byte[] Write(InstanceState state) => Compress(Encoding.UTF8.GetBytes(InstanceStateSerializer.Write(state)));

    /// <exception cref="FormatException">The bytes are not a state, or of a version that this program does not know.</exception>
    internal static InstanceState Read(byte[] written) => InstanceStateSerializer.Read(Encoding.UTF8.GetString(Decompress(written)));

    internal static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, target, out var written, quality: 4, window: 16)
            ? target[..written]
            : throw new InvalidOperationException("Expected room for the compressed bytes.");
    }

    internal static byte[] Decompress(byte[] bytes)
    {
        using var source = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var target = new MemoryStream(4 * bytes.Length);
        source.CopyTo(target);
        return target.ToArray();
    }
}

using System.Buffers;
using System.Buffers.Binary;

namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>Writes a flatbuffer front to back: what points first, then what it points to.</summary>
/// <remarks>Every value lies at a multiple of its size from the start of the file. Source: FlatBuffers internals, "Format Components".</remarks>
internal sealed class FlatBufferWriter
{
    private const int OffsetSize = sizeof(uint);

    private readonly ArrayBufferWriter<byte> _file = new();
    private readonly Queue<(int At, FlatContent Target)> _offsets = [];

    private FlatBufferWriter()
    {
    }

    /// <summary>Bytes written so far.</summary>
    public int Position => _file.WrittenCount;

    /// <summary>The file: offset of the root, four letters that name the schema, contents.</summary>
    public static byte[] Write(FlatContent root, ReadOnlySpan<byte> identifier)
    {
        var writer = new FlatBufferWriter();
        writer.Offset(root);
        writer.Bytes(identifier);
        var targets = new List<(int At, int Target)>();
        while (writer._offsets.TryDequeue(out (int At, FlatContent Target) pending))
            targets.Add((pending.At, pending.Target.Write(writer)));

        byte[] file = writer._file.WrittenSpan.ToArray();
        foreach ((int at, int target) in targets)
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), target - at);
        return file;
    }

    /// <summary>Appends raw bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => _file.Write(bytes);

    /// <summary>Appends a 32-bit word.</summary>
    public void Int32(int value)
    {
        Span<byte> word = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(word, value);
        Bytes(word);
    }

    /// <summary>Appends a 16-bit word.</summary>
    public void UInt16(int value)
    {
        Span<byte> word = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(word, checked((ushort)value));
        Bytes(word);
    }

    /// <summary>Appends an offset to content that follows later.</summary>
    public void Offset(FlatContent target)
    {
        _offsets.Enqueue((Position, target));
        Bytes(stackalloc byte[OffsetSize]);
    }

    /// <summary>Appends zeros until the position that lies <paramref name="ahead"/> bytes ahead is a multiple of <paramref name="alignment"/>.</summary>
    public void Align(int alignment, int ahead = 0)
    {
        while ((Position + ahead) % alignment != 0)
            Bytes([0]);
    }
}

using System.Runtime.InteropServices;
using System.Text;

namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>A vector of scalars, or a string: its length, then its elements.</summary>
internal sealed class FlatVectorContent : FlatContent
{
    private readonly ReadOnlyMemory<byte> _elements;
    private readonly int _count;
    private readonly int _alignment;
    private readonly bool _isText;

    private FlatVectorContent(ReadOnlyMemory<byte> elements, int count, int alignment, bool isText = false)
    {
        _elements = elements;
        _count = count;
        _alignment = alignment;
        _isText = isText;
    }

    /// <summary>A vector of <c>int</c>.</summary>
    public static FlatVectorContent Of(ReadOnlySpan<int> values) => Of(values, sizeof(int));

    /// <summary>A vector of <c>long</c>.</summary>
    public static FlatVectorContent Of(ReadOnlySpan<long> values) => Of(values, sizeof(long));

    /// <summary>A vector of <c>float</c>.</summary>
    public static FlatVectorContent Of(ReadOnlySpan<float> values) => Of(values, sizeof(float));

    /// <summary>A vector of bytes that starts at a multiple of <paramref name="alignment"/>, at least 4.</summary>
    public static FlatVectorContent Bytes(ReadOnlyMemory<byte> values, int alignment) => new(values, values.Length, alignment);

    /// <summary>A string in UTF-8, with the zero behind it that the format asks for.</summary>
    public static FlatVectorContent Text(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        return new FlatVectorContent(bytes, bytes.Length, sizeof(int), isText: true);
    }

    /// <inheritdoc/>
    public override int Write(FlatBufferWriter writer)
    {
        writer.Align(_alignment, ahead: sizeof(int));
        int position = writer.Position;
        writer.Int32(_count);
        writer.Bytes(_elements.Span);
        if (_isText)
            writer.Bytes([0]);
        return position;
    }

    private static FlatVectorContent Of<T>(ReadOnlySpan<T> values, int size)
        where T : unmanaged => new(MemoryMarshal.AsBytes(values).ToArray(), values.Length, size);
}

namespace Tiny.Bench.Reference.Models.Writing;

/// <summary>The model's list of buffers while it grows; the first is empty and stands for "no constant".</summary>
internal sealed class BufferList
{
    // Kernels read constants in place, as vectors of up to 16 bytes. Source: tflite schema.fbs, force_align of Buffer.data.
    private const int Alignment = 16;

    private readonly List<FlatTableContent> _buffers = [new FlatTableContent()];

    /// <summary>Adds a buffer and gives its index.</summary>
    public int Add(ReadOnlyMemory<byte> content)
    {
        _buffers.Add(new FlatTableContent().Content(0, FlatVectorContent.Bytes(content, Alignment)));
        return _buffers.Count - 1;
    }

    /// <summary>The vector to write.</summary>
    public FlatTablesContent ToContent() => new(_buffers);
}

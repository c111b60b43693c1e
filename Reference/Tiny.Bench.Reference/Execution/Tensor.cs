using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>A tensor of a running model: what the file says of it, and the memory that holds its content.</summary>
/// <remarks>Constants view the file itself; everything else lies in the interpreter's arena. Owned by the interpreter.</remarks>
public sealed class Tensor
{
    private Memory<byte> _storage;
    private ReadOnlyMemory<byte> _content;

    internal Tensor(ModelTensor model)
    {
        Model = model;
        _content = model.Data ?? default;
    }

    /// <summary>What the file says of it.</summary>
    public ModelTensor Model { get; }

    /// <summary>Index in its subgraph.</summary>
    public int Index => Model.Index;

    /// <summary>Element type.</summary>
    public TensorType Type => Model.Type;

    /// <summary>Extents.</summary>
    public Shape Shape => Model.Shape;

    /// <summary>Affine quantization.</summary>
    public Quantization Quantization => Model.Quantization;

    /// <summary>Whether the content is in the file.</summary>
    public bool IsConstant => Model.IsConstant;

    /// <summary>The content as raw bytes, little-endian, row-major.</summary>
    public ReadOnlySpan<byte> Bytes => _content.Span;

    /// <summary>The content as elements; <typeparamref name="T"/> must be what <see cref="Type"/> says.</summary>
    public ReadOnlySpan<T> Read<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(_content.Span);

    /// <summary>The content, to be written by the operator that computes it or by the caller that sets an input.</summary>
    internal Span<T> Write<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(_storage.Span);

    /// <summary>The content of an optional tensor; empty when it is left out.</summary>
    internal static ReadOnlySpan<T> ReadOptional<T>(Tensor? tensor)
        where T : unmanaged => tensor is null ? default : tensor.Read<T>();

    /// <summary>Gives a computed tensor its memory; a constant keeps the file's.</summary>
    internal void Bind(Memory<byte> storage)
    {
        _storage = storage;
        _content = storage;
    }
}

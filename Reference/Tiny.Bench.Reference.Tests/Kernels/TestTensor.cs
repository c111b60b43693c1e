using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>A tensor of an operator under test, with its content.</summary>
internal sealed record TestTensor(TensorType Type, int[] Extents, byte[] Content)
{
    /// <summary>Every code of int8, in order.</summary>
    public static sbyte[] AllCodes { get; } = [.. Enumerable.Range(-128, 256).Select(code => (sbyte)code)];

    /// <summary>One per tensor or per channel.</summary>
    public float[] Scales { get; init; } = [];

    /// <summary>All the same unless given.</summary>
    public int ZeroPoint { get; init; }

    /// <summary>Of <see cref="Scales"/>.</summary>
    public int Axis { get; init; }

    /// <summary>Whether the content is in the file.</summary>
    public bool IsConstant { get; init; }

    /// <summary>Whether the operator itself writes it and finds it again at the next run.</summary>
    public bool IsVariable { get; init; }

    /// <summary>A tensor with content; its type follows from <typeparamref name="T"/>.</summary>
    public static TestTensor Of<T>(int[] extents, params T[] values)
        where T : unmanaged
    {
        Assert.Equal(new Shape(extents).ElementCount, values.Length);
        return new TestTensor(TypeOf<T>(), extents, MemoryMarshal.AsBytes<T>(values).ToArray());
    }

    /// <summary>A tensor of zeros.</summary>
    public static TestTensor Empty<T>(params int[] extents)
        where T : unmanaged => Empty(TypeOf<T>(), extents);

    /// <summary>A tensor of zeros, also of a type that C# has no name for.</summary>
    public static TestTensor Empty(TensorType type, params int[] extents) =>
        new(type, extents, new byte[type.ByteCount(new Shape(extents).ElementCount)!.Value]);

    /// <summary>The same tensor with one scale.</summary>
    public TestTensor Scaled(float scale, int zeroPoint = 0) => this with { Scales = [scale], ZeroPoint = zeroPoint };

    /// <summary>The same tensor, its content in the file.</summary>
    public TestTensor Constant() => this with { IsConstant = true };

    /// <summary>The same tensor, kept between runs.</summary>
    public TestTensor Variable() => this with { IsVariable = true };

    /// <summary>As the reader would describe it.</summary>
    public ModelTensor Describe(int index) => new()
    {
        Index = index,
        Name = "",
        Type = Type,
        Shape = new Shape(Extents),
        Quantization = new Quantization(Scales, [.. Scales.Select(_ => ZeroPoint)], Axis),
        IsVariable = IsVariable,
        Data = IsConstant ? Content : default(ReadOnlyMemory<byte>?),
    };

    private static TensorType TypeOf<T>()
        where T : unmanaged => default(T) switch
    {
        sbyte => TensorType.Int8,
        byte => TensorType.UInt8,
        short => TensorType.Int16,
        int => TensorType.Int32,
        long => TensorType.Int64,
        float => TensorType.Float32,
        _ => throw new NotSupportedException($"No tensor type for {typeof(T)}."),
    };
}

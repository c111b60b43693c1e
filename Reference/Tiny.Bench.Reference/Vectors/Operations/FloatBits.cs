using System.Runtime.InteropServices;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>Real numbers as the bits of binary32: the format has no floating-point tensors, so that no decimal text can round them.</summary>
internal static class FloatBits
{
    /// <summary>A tensor of bits.</summary>
    public static ReadOnlySpan<float> Read(VectorTensor tensor) => MemoryMarshal.Cast<int, float>(tensor.Read<int>());

    /// <summary>The parameter <c>scale_bits</c>: finite and positive.</summary>
    public static float Scale(VectorCase vectorCase)
    {
        float scale = BitConverter.Int32BitsToSingle(vectorCase.Parameters.Int32("scale_bits"));
        return float.IsFinite(scale) && scale > 0 ? scale : throw vectorCase.Error($"has the scale {scale}; expected a finite one above 0");
    }
}

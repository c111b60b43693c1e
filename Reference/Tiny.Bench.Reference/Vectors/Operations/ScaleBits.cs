namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary>Scales as the bits of binary64.</summary>
internal static class ScaleBits
{
    /// <summary>The tensor <c>scale_bits</c>; every scale is finite and not negative.</summary>
    public static double[] Read(VectorCase vectorCase)
    {
        double[] scales = Array.ConvertAll(vectorCase.Tensor("scale_bits").ReadIntegers(), BitConverter.Int64BitsToDouble);
        foreach (double scale in scales)
        {
            if (!double.IsFinite(scale) || scale < 0)
                throw vectorCase.Error($"has the scale {scale}; expected a finite one that is not negative");
        }

        return scales;
    }
}

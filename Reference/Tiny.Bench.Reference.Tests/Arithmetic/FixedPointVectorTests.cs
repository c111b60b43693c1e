using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Arithmetic;

public sealed class FixedPointVectorTests
{
    [SkippableFact]
    public void Int32_sums_are_requantized_as_TFLM_does()
    {
        IReadOnlyList<SharedVectors> cases = SharedVectors.Read("fixed_point", "mbqm_int32");
        Assert.Equal(2, cases.Count);
        foreach (SharedVectors vectors in cases)
        {
            (int[] x, QuantizedMultiplier[] scales) = (vectors.Tensor<int>("x"), Scales(vectors));
            vectors.AssertOutput(x.Zip(scales, DoubleRounding.Requantize).ToArray());
        }
    }

    [SkippableFact]
    public void Int64_sums_are_requantized_as_TFLM_does()
    {
        IReadOnlyList<SharedVectors> cases = SharedVectors.Read("fixed_point", "mbqm_int64");
        Assert.Equal(2, cases.Count);
        foreach (SharedVectors vectors in cases)
        {
            (long[] x, QuantizedMultiplier[] scales) = (vectors.Tensor<long>("x"), Scales(vectors));
            vectors.AssertOutput(x.Zip(scales, FixedPoint.MultiplyByReducedMultiplier).ToArray());
        }
    }

    [SkippableFact]
    public void Real_factors_become_multiplier_and_shift_as_in_TFLM()
    {
        SharedVectors vectors = Assert.Single(SharedVectors.Read("fixed_point", "quantize_multiplier"));
        int[] pairs = vectors.Tensor<long>("scale_bits")
            .Select(bits => QuantizedMultiplier.FromReal(BitConverter.Int64BitsToDouble(bits)))
            .SelectMany(scale => new[] { scale.Multiplier, scale.Shift })
            .ToArray();

        vectors.AssertOutput(pairs);
    }

    private static QuantizedMultiplier[] Scales(SharedVectors vectors) =>
        vectors.Tensor<int>("multiplier").Zip(vectors.Tensor<int>("shift"), (m, s) => new QuantizedMultiplier(m, s)).ToArray();
}

using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>mbqm_int64</c>: the requantization of int64 accumulators alone.</summary>
internal sealed class RequantizeInt64Case : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        (long[] x, QuantizedMultiplier[] scales) = RequantizeInputs.Read(vectorCase, (1L << 47) - 1, QuantizedMultiplier.MaximumReducedShift);
        return x.Select((value, index) => FixedPoint.MultiplyByReducedMultiplier(value, scales[index])).ToArray();
    }
}

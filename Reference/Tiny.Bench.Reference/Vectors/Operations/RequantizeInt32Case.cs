using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>mbqm_int32</c>: the requantization of int32 accumulators alone.</summary>
internal sealed class RequantizeInt32Case : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        (long[] x, QuantizedMultiplier[] scales) = RequantizeInputs.Read(vectorCase, int.MaxValue, QuantizedMultiplier.MaximumShift);
        return x.Select((value, index) => TRounding.Requantize((int)value, scales[index])).ToArray();
    }
}

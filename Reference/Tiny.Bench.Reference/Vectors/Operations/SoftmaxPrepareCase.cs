using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>softmax_prep</c>: binary64 input scales, as bits, to multiplier, left shift and smallest difference, interleaved.</summary>
internal sealed class SoftmaxPrepareCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        double beta = vectorCase.Parameters.Real("beta", 1);
        return vectorCase.Tensor("scale_bits").ReadIntegers()
            .Select(bits => SoftmaxCodes.FromScale(BitConverter.Int64BitsToDouble(bits), beta))
            .SelectMany(codes => new[] { codes.InputMultiplier.Multiplier, codes.InputMultiplier.Shift, codes.DiffMin })
            .ToArray();
    }
}

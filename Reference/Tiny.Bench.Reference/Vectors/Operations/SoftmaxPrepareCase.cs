using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>softmax_prep</c>: binary64 input scales, as bits, to multiplier, left shift and smallest difference, interleaved.</summary>
internal sealed class SoftmaxPrepareCase : VectorOperation
{
    public override Array Compute<TRounding>(VectorCase vectorCase)
    {
        double beta = vectorCase.Parameters.Real("beta", 1);
        double[] scales = ScaleBits.Read(vectorCase);
        if (scales.Any(scale => !(scale * beta > SoftmaxCodes.SmallestFactor)))
            throw vectorCase.Error($"has a scale that times beta {beta} is not above 2^-26");
        return scales
            .Select(scale => SoftmaxCodes.FromScale(scale, beta))
            .SelectMany(codes => new[] { codes.InputMultiplier.Multiplier, codes.InputMultiplier.Shift, codes.DiffMin })
            .ToArray();
    }
}

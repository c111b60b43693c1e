using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Plans.Operators;

namespace Tiny.Bench.Reference.Vectors.Cutting;

/// <summary>Makes smaller cases out of one that fails, for a search for the smallest that still does.</summary>
public static class CaseCutter
{
    /// <summary>Dimensions along which a case can be cut, in order; 0 for an operation that a plan cannot carry.</summary>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    public static int StepsOf(VectorCase vectorCase) =>
        VectorRunner.TryLower(vectorCase) is { } lowered && CutsOf(lowered) is { } cuts ? cuts.Steps : 0;

    /// <summary>Smaller cases along one dimension, the smallest first, answered by the host's kernels.</summary>
    /// <param name="vectorCase">A case with at least as many steps.</param>
    /// <param name="step">0 to <see cref="StepsOf"/>, exclusive.</param>
    /// <param name="element">Flat index of the output element that each of them still computes.</param>
    /// <param name="dialect">The rounding of the answers.</param>
    /// <exception cref="VectorFormatException">The case contradicts itself.</exception>
    public static IEnumerable<VectorCase> Smaller(VectorCase vectorCase, int step, int element, Dialect dialect)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (VectorRunner.TryLower(vectorCase) is not { } lowered || CutsOf(lowered) is not { } cuts)
            return [];
        var runner = new VectorRunner(dialect);
        return cuts.Smaller(lowered, step, element)
            .Select(smaller => LoweredCaseText.TryWrite(smaller, vectorCase.Id, vectorCase.Purpose))
            .OfType<VectorCase>()
            .Select(runner.Answer);
    }

    private static ICaseCuts? CutsOf(LoweredCase lowered) => lowered.Parameters switch
    {
        Conv2DParameters or DepthwiseConv2DParameters or Pool2DParameters => new WindowCuts(),
        FullyConnectedParameters => new FullyConnectedCuts(),
        AddParameters or MulParameters => new PairCuts(),
        SoftmaxParameters => new SoftmaxCuts(),
        _ => null,
    };
}

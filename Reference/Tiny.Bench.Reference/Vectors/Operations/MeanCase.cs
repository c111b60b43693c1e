using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>mean</c>.</summary>
internal sealed class MeanCase : ReductionCase
{
    protected override void Run<T, TRounding>(
        Reduction reduction, int inputZeroPoint, QuantizedMultiplier factor, int outputZeroPoint, ReadOnlySpan<T> input, Span<T> output) =>
        Mean.Run<T, TRounding>(reduction, inputZeroPoint, factor, outputZeroPoint, input, output);

    protected override IFastKernel<sbyte>? TryPack<TRounding>(Reduction reduction, int inputZeroPoint, QuantizedMultiplier factor, int outputZeroPoint) =>
        Mean.TryPack<TRounding>(reduction, inputZeroPoint, factor, outputZeroPoint, CaseCodes.Memory());
}

using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>sum</c>.</summary>
internal sealed class SumCase : ReductionCase
{
    protected override void Run<T, TRounding>(
        Reduction reduction, int inputZeroPoint, QuantizedMultiplier factor, int outputZeroPoint, ReadOnlySpan<T> input, Span<T> output) =>
        Sum.Run<T, TRounding>(reduction, inputZeroPoint, factor, outputZeroPoint, input, output);
}

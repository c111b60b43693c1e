using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>minimum</c>.</summary>
internal sealed class MinimumCase : PairCase
{
    protected override bool TakesInt32 => true;

    protected override void Run<T, TRounding>(
        VectorCase vectorCase, Broadcast shapes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output) =>
        Minimum.Run(shapes, input1, input2, output);
}

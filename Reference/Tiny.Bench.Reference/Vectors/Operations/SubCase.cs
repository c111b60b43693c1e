using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>sub</c>.</summary>
internal sealed class SubCase : PairCase
{
    protected override void Run<T, TRounding>(
        VectorCase vectorCase, Broadcast shapes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output) =>
        Sub.Run<T, TRounding>(shapes, AddCase.Codes(vectorCase), input1, input2, output);
}

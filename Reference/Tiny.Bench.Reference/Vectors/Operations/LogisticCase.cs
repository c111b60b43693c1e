using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>logistic</c>.</summary>
internal sealed class LogisticCase : BoundedCase
{
    protected override void Run<TRounding>(BoundedInput codes, ReadOnlySpan<sbyte> input, Span<sbyte> output) =>
        Logistic.Run<TRounding>(codes, input, output);
}

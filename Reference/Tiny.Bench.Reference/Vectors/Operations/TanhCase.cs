using Tiny.Bench.Reference.Kernels;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>tanh</c>.</summary>
internal sealed class TanhCase : BoundedCase
{
    protected override void Run<TRounding>(BoundedInput codes, ReadOnlySpan<sbyte> input, Span<sbyte> output) =>
        Tanh.Run<TRounding>(codes, input, output);
}

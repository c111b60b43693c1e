using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>max_pool2d</c>.</summary>
internal sealed class MaxPool2DCase() : PoolCase(BuiltinOperator.MaxPool2D)
{
    protected override void Run<T>(WindowGeometry window, int minimum, int maximum, ReadOnlySpan<T> input, Span<T> output) =>
        MaxPool2D.Run(window, minimum, maximum, input, output);
}

using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Vectors.Operations;

/// <summary><c>average_pool2d</c>.</summary>
internal sealed class AveragePool2DCase() : PoolCase(BuiltinOperator.AveragePool2D)
{
    protected override void Run<T>(WindowGeometry window, int minimum, int maximum, ReadOnlySpan<T> input, Span<T> output) =>
        AveragePool2D.Run(window, minimum, maximum, input, output);

    protected override IFastKernel<sbyte>? TryPack(WindowGeometry window, int minimum, int maximum) => AveragePool2D.TryPack(window, minimum, maximum);
}

using System.Numerics;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>A kernel that takes one of two broadcast inputs, element by element: MAXIMUM, MINIMUM.</summary>
internal interface ISelection
{
    /// <summary>Computes all outputs; codes stay what they are.</summary>
    static abstract void Run<T>(Broadcast shapes, ReadOnlySpan<T> input1, ReadOnlySpan<T> input2, Span<T> output)
        where T : unmanaged, INumber<T>;
}

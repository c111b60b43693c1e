using System.Numerics;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>A kernel that reduces each window of an image to one value per channel.</summary>
internal interface IPool2D
{
    /// <summary>The operator.</summary>
    static abstract BuiltinOperator Code { get; }

    /// <summary>The int8 form for the vectors of this processor; null where only the plain one takes the shapes.</summary>
    static virtual IFastKernel<sbyte>? TryPack(WindowGeometry window, int activationMinimum, int activationMaximum) => null;

    /// <summary>The integer form; codes stay in the input's quantization.</summary>
    static abstract void Run<T>(WindowGeometry window, int activationMinimum, int activationMaximum, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IBinaryInteger<T>;

    /// <summary>The binary32 form.</summary>
    static abstract void Run(WindowGeometry window, (float Minimum, float Maximum) range, ReadOnlySpan<float> input, Span<float> output);
}

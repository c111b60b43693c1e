using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Kernels.Fast;
using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>A kernel that sums products of its input and constant weights: the convolutions and FULLY_CONNECTED.</summary>
/// <typeparam name="TGeometry">Extents, and which products belong to which output.</typeparam>
internal interface IWeightedSum<TGeometry>
{
    /// <summary>Whether int16 activations without a bias are summed in int64, as with an int64 bias.</summary>
    static abstract bool IsWideWithoutBias { get; }

    /// <summary>Checks the quantization of the tensors and derives zero points, factors and clamp.</summary>
    static abstract Requantization PrepareCodes(
        OperatorContext context, WeightedTensors tensors, TGeometry geometry, int activation, bool wideAccumulator);

    /// <summary>What a board needs to run the int8 form; null where a plan has none.</summary>
    static virtual PlanParameters? Lower(WeightedTensors tensors, TGeometry geometry, Requantization codes) => null;

    /// <summary>The integer form packed for this processor; null where only the plain one takes the types and shapes.</summary>
    static virtual IFastKernel<TActivation>? TryPack<TActivation, TAccumulator, TRounding>(
        TGeometry geometry, Requantization codes, ReadOnlySpan<sbyte> filter, ReadOnlySpan<TAccumulator> bias, HostMemory memory)
        where TActivation : unmanaged, IBinaryInteger<TActivation>
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding => null;

    /// <summary>The integer form.</summary>
    static abstract void Run<TActivation, TAccumulator, TRounding>(
        TGeometry geometry,
        Requantization codes,
        ReadOnlySpan<TActivation> input,
        ReadOnlySpan<sbyte> filter,
        ReadOnlySpan<TAccumulator> bias,
        Span<TActivation> output)
        where TActivation : unmanaged, IBinaryInteger<TActivation>
        where TAccumulator : unmanaged, IBinaryInteger<TAccumulator>
        where TRounding : struct, IRounding;

    /// <summary>The binary32 form.</summary>
    static abstract void Run(
        TGeometry geometry,
        (float Minimum, float Maximum) range,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> filter,
        ReadOnlySpan<float> bias,
        Span<float> output);
}

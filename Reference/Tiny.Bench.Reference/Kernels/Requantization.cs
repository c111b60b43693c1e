using System.Runtime.CompilerServices;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>From codes to an accumulator and back: zero points, one factor per output channel, and the final clamp.</summary>
/// <remarks>
/// <c>sum = bias[o] + sum((x - InputZeroPoint) * (w - FilterZeroPoint))</c>, then
/// <c>clamp(requantize(sum, Multipliers[o]) + OutputZeroPoint, ActivationMinimum, ActivationMaximum)</c>.
/// An int32 sum wraps as TFLM's does; with int8 codes it cannot before 65,793 taps (255 * 128 * taps &lt; 2^31).
/// </remarks>
public sealed record Requantization
{
    /// <summary>Code of real zero in the input.</summary>
    public int InputZeroPoint { get; init; }

    /// <summary>Code of real zero in the weights; 0 in every TFLite model.</summary>
    public int FilterZeroPoint { get; init; }

    /// <summary>Code of real zero in the output.</summary>
    public int OutputZeroPoint { get; init; }

    /// <summary>One factor per output channel: input scale times weight scale over output scale.</summary>
    public required QuantizedMultiplier[] Multipliers { get; init; }

    /// <summary>Lowest output code.</summary>
    public required int ActivationMinimum { get; init; }

    /// <summary>Highest output code.</summary>
    public required int ActivationMaximum { get; init; }

    /// <summary>For the convolution family: factors in double, one per channel; per-tensor weights broadcast theirs.</summary>
    /// <remarks>Source: spec section 2; tflite kernel_util.cc, PopulateConvolutionQuantizationParams.</remarks>
    internal static Requantization PerChannel(
        OperatorContext context, Tensor input, Tensor filter, int filterAxis, Tensor output, int channels, int activation, bool wideAccumulator)
    {
        (float inputScale, int inputZeroPoint) = context.RequirePerTensor(input);
        (float outputScale, int outputZeroPoint) = context.RequirePerTensor(output);
        ReadOnlySpan<float> filterScales = RequireWeightScales(context, filter, filterAxis, channels);

        QuantizedMultiplier[] multipliers = NewMultipliers(context, channels);
        for (int channel = 0; channel < channels; channel++)
        {
            float filterScale = filterScales[filterScales.Length == 1 ? 0 : channel];
            double real = ScaleFactors.PerChannel(inputScale, filterScale, outputScale);
            multipliers[channel] = context.RequireMultiplier(real, MaximumShift(wideAccumulator));
        }

        (int minimum, int maximum) = FusedActivation.CodeRange(context, activation, output);
        return new Requantization
        {
            InputZeroPoint = inputZeroPoint,
            OutputZeroPoint = outputZeroPoint,
            Multipliers = multipliers,
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
    }

    /// <summary>For the rest: one factor for the whole tensor.</summary>
    internal static Requantization PerTensor(
        OperatorContext context, int inputZeroPoint, double real, Tensor output, int channels, int activation, bool wideAccumulator)
    {
        QuantizedMultiplier[] multipliers = NewMultipliers(context, channels);
        Array.Fill(multipliers, context.RequireMultiplier(real, MaximumShift(wideAccumulator)));
        (int minimum, int maximum) = FusedActivation.CodeRange(context, activation, output);
        return new Requantization
        {
            InputZeroPoint = inputZeroPoint,
            OutputZeroPoint = context.RequirePerTensor(output).ZeroPoint,
            Multipliers = multipliers,
            ActivationMinimum = minimum,
            ActivationMaximum = maximum,
        };
    }

    /// <summary>Checks that weights are symmetric and have one scale, or one per output channel along <paramref name="axis"/>.</summary>
    internal static ReadOnlySpan<float> RequireWeightScales(OperatorContext context, Tensor filter, int axis, int channels)
    {
        Quantization quantization = filter.Quantization;
        int count = quantization.Scales.Length;
        context.Require(
            count == 1 || (count == channels && quantization.Axis == axis),
            $"tensor {filter.Index} has {count} scales along axis {quantization.Axis}; expected 1, or {channels} along axis {axis}");
        foreach (int zeroPoint in quantization.ZeroPoints.Span)
            context.Require(zeroPoint == 0, $"tensor {filter.Index} has zero point {zeroPoint}; expected 0 for weights");
        return quantization.Scales.Span;
    }

    private static QuantizedMultiplier[] NewMultipliers(OperatorContext context, int channels)
    {
        context.RequireMemory((long)channels * Unsafe.SizeOf<QuantizedMultiplier>());
        return new QuantizedMultiplier[channels];
    }

    private static int MaximumShift(bool wideAccumulator) =>
        wideAccumulator ? QuantizedMultiplier.MaximumReducedShift : QuantizedMultiplier.MaximumShift;
}

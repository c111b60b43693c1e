using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Reference.Kernels;

/// <content>Checks of scales and zero points.</content>
internal sealed partial class OperatorContext
{
    /// <summary>Checks that a tensor has exactly one scale and a zero point that is a code of its type (0 for int16 and wider).</summary>
    public (float Scale, int ZeroPoint) RequirePerTensor(Tensor tensor)
    {
        Require(tensor.Quantization.Scales.Length == 1, $"tensor {tensor.Index} has {tensor.Quantization.Scales.Length} scales; expected 1");
        int zeroPoint = tensor.Quantization.ZeroPoint;
        (int lowest, int highest) = tensor.Type switch
        {
            TensorType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
            TensorType.UInt8 => (byte.MinValue, byte.MaxValue),
            _ => (0, 0),
        };
        Require(
            zeroPoint >= lowest && zeroPoint <= highest,
            $"tensor {tensor.Index} ({tensor.Type.SchemaName()}) has zero point {zeroPoint}; expected {lowest} to {highest}");
        return (tensor.Quantization.Scale, zeroPoint);
    }

    /// <summary>Checks that codes of one tensor mean the same in another: equal zero points, and scales that differ by at most <paramref name="tolerance"/>.</summary>
    /// <remarks>Tensors without quantization agree with each other.</remarks>
    public void RequireSameQuantization(Tensor tensor, Tensor expected, double tolerance = 0)
    {
        if (!tensor.Quantization.IsQuantized && !expected.Quantization.IsQuantized)
            return;
        (float scale, int zeroPoint) = RequirePerTensor(tensor);
        (float expectedScale, int expectedZeroPoint) = RequirePerTensor(expected);
        Require(
            zeroPoint == expectedZeroPoint && Math.Abs((double)scale - expectedScale) <= tolerance,
            $"tensor {tensor.Index} has scale {scale} and zero point {zeroPoint}; "
                + $"expected {expectedScale} and {expectedZeroPoint} as tensor {expected.Index}");
    }

    /// <summary>Checks an output whose quantization the kernel does not choose: one scale, right to a thousandth, and a zero point.</summary>
    public void RequireOutputQuantization(Tensor output, float scale, int zeroPoint, float tolerance = 1e-3f)
    {
        ReadOnlySpan<float> scales = output.Quantization.Scales.Span;
        Require(
            scales.Length == 1 && Math.Abs(scales[0] - scale) <= tolerance * scale && output.Quantization.ZeroPoint == zeroPoint,
            $"tensor {output.Index} has scales [{string.Join(", ", scales.ToArray())}] and zero points "
                + $"[{string.Join(", ", output.Quantization.ZeroPoints.ToArray())}]; expected scale {scale} and zero point {zeroPoint}");
    }

    /// <summary>The fixed-point form of a real factor; its shift must be one that the accumulator's width allows.</summary>
    public QuantizedMultiplier RequireMultiplier(double real, int maximumShift = QuantizedMultiplier.MaximumShift)
    {
        Require(double.IsFinite(real) && real >= 0, $"the scales give the factor {real}; expected a finite one that is not negative");
        var multiplier = QuantizedMultiplier.FromReal(real);
        Require(multiplier.Shift <= maximumShift, $"the scales give the factor {real}; expected one below 2^{maximumShift}");
        return multiplier;
    }
}

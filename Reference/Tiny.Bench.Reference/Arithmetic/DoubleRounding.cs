using static Tiny.Bench.Reference.Arithmetic.FixedPoint;

namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>The reference: TFLite's double rounding.</summary>
/// <remarks>
/// Rounds twice: high product to nearest (ties up), then division by 2^n to nearest (ties away from zero). The left shift wraps.
/// Source: tflite-micro common.cc, MultiplyByQuantizedMultiplier (default build, not TFLITE_SINGLE_ROUNDING).
/// </remarks>
public readonly partial struct DoubleRounding : IRounding
{
    /// <inheritdoc/>
    public static int Requantize(int x, QuantizedMultiplier scale)
    {
        int left = Math.Max(scale.Shift, 0);
        int right = Math.Max(-scale.Shift, 0);
        return RoundingDivideByPowerOfTwo(SaturatingRoundingDoublingHighMul(x << left, scale.Multiplier), right);
    }
}

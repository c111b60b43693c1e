using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>Zero points and 16-bit factors of HARD_SWISH.</summary>
/// <param name="InputZeroPoint">Code of real zero in the input.</param>
/// <param name="OutputZeroPoint">Code of real zero in the output.</param>
/// <param name="OutputMultiplier">Q0.15: takes the input, 128 steps to a code, to output codes.</param>
/// <param name="OutputExponent">Of <paramref name="OutputMultiplier"/>; -31 to 0.</param>
/// <param name="ReluMultiplier">Q0.15: takes the input, 128 steps to a code, to units of 3/32768.</param>
/// <param name="ReluExponent">Of <paramref name="ReluMultiplier"/>; -31 to 30, positive shifts left.</param>
public readonly record struct HardSwishCodes(
    int InputZeroPoint,
    int OutputZeroPoint,
    short OutputMultiplier,
    int OutputExponent,
    short ReluMultiplier,
    int ReluExponent)
{
    /// <summary>A factor with its multiplier rounded to 15 bits.</summary>
    /// <remarks>Source: tflite kernels/internal/common.h, DownScaleInt32ToInt16Multiplier.</remarks>
    public static short Reduce(QuantizedMultiplier factor)
    {
        const int half = 1 << 15;
        return factor.Multiplier >= int.MaxValue - half ? short.MaxValue : (short)((factor.Multiplier + half) >> 16);
    }
}

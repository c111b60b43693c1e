using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

/// <summary>From a range of real values to scale and zero point.</summary>
internal static class AffineCodes
{
    /// <summary>The scale of a tensor that is always 0, which any scale describes.</summary>
    private const float ScaleOfNothing = 1;

    /// <summary>int8, all 256 codes: real 0 has a code of its own, and the ends of the range are the ends of the codes.</summary>
    /// <remarks>Source: tflite quantization_utils.cc, GetAsymmetricQuantizationParams.</remarks>
    public static Quantization Int8(ActivationRange range)
    {
        float minimum = Math.Min(range.Minimum, 0), maximum = Math.Max(range.Maximum, 0);

        // In double: the width of a range of binary32 may be no binary32.
        float scale = Usable((float)(((double)maximum - minimum) / (sbyte.MaxValue - sbyte.MinValue)));
        double zeroPoint = Math.Round(sbyte.MinValue - (minimum / (double)scale), MidpointRounding.AwayFromZero);
        return new Quantization([scale], [(int)Math.Clamp(zeroPoint, sbyte.MinValue, sbyte.MaxValue)], 0);
    }

    /// <summary>int16, -32767 to 32767, zero point 0.</summary>
    /// <remarks>Source: tflite quantization_utils.cc, QuantizeActivationToInt16.</remarks>
    public static Quantization Int16(ActivationRange range) =>
        new([Usable(Math.Max(Math.Abs(range.Minimum), Math.Abs(range.Maximum)) / short.MaxValue)], [0], 0);

    // Below the normal numbers a scale loses its digits, and quotients of scales overflow.
    private static float Usable(float scale) => scale == 0 ? ScaleOfNothing : Math.Max(scale, SmallestScale);

    /// <summary>The smallest scale that is given to a tensor that is not always 0.</summary>
    public const float SmallestScale = 1e-30f;
}

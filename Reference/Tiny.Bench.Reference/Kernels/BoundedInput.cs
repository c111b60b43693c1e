using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>How LOGISTIC and TANH read an int8 code: as Q4.27, with codes from <paramref name="Radius"/> on taken for infinity.</summary>
/// <param name="ZeroPoint">Code of real zero.</param>
/// <param name="Multiplier">Input scale times 2^27.</param>
/// <param name="Radius">In codes: 15 in real terms, the largest magnitude that Q4.27 can hold with room for rounding.</param>
/// <remarks>Source: tflite-micro logistic_common.cc, CalculateArithmeticOpDataLogistic; spec section 9.</remarks>
public readonly record struct BoundedInput(int ZeroPoint, QuantizedMultiplier Multiplier, int Radius)
{
    private const double UnitsPerOne = 1 << 27;

    /// <summary>Derives multiplier and radius from a binary32 scale; a scale has 24 bits, so its multiplier is exact.</summary>
    public static BoundedInput FromScale(float scale, int zeroPoint)
    {
        var multiplier = QuantizedMultiplier.FromReal(scale * UnitsPerOne);
        double radius = Math.Floor(Math.ScaleB(15 * UnitsPerOne, -multiplier.Shift));
        return new BoundedInput(zeroPoint, multiplier, (int)Math.Min(radius, int.MaxValue));
    }
}

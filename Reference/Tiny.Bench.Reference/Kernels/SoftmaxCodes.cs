using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>How 8-bit softmax reads its input codes.</summary>
/// <param name="InputMultiplier">Takes a difference of codes to Q5.26; its shift is 1 to 31.</param>
/// <param name="DiffMin">The lowest difference to the row's maximum that still counts, -31 in real terms; not positive.</param>
public readonly record struct SoftmaxCodes(QuantizedMultiplier InputMultiplier, int DiffMin)
{
    private const double UnitsPerOne = 1 << 26;

    /// <summary>The smallest product of scale and beta is above this.</summary>
    internal const double SmallestFactor = 1 / UnitsPerOne;

    /// <summary>Derives both from the input's scale and softmax's beta.</summary>
    /// <param name="inputScale">The tensor's binary32 scale, widened.</param>
    /// <param name="beta">1 in most models; <c>inputScale * beta</c> is above 2^-26.</param>
    /// <remarks>Source: tflite quantization_util.cc, PreprocessSoftmaxScaling and CalculateInputRadius.</remarks>
    public static SoftmaxCodes FromScale(double inputScale, double beta)
    {
        double factor = beta * inputScale;
        if (!(factor > SmallestFactor))
            throw new ArgumentOutOfRangeException(nameof(inputScale), factor, "Scale times beta must be above 2^-26.");

        var multiplier = QuantizedMultiplier.FromReal(Math.Min(factor * UnitsPerOne, int.MaxValue));
        int radius = (int)Math.Floor(Math.ScaleB(31 * UnitsPerOne, -multiplier.Shift));
        return new SoftmaxCodes(multiplier, -radius);
    }
}

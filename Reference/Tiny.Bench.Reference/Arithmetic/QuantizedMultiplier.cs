namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>A real factor as <c>Multiplier * 2^(Shift - 31)</c>.</summary>
/// <param name="Multiplier">Q0.31: 0, or 2^30 to 2^31 - 1.</param>
/// <param name="Shift">Positive shifts left; -31 to 30 in a kernel.</param>
public readonly record struct QuantizedMultiplier(int Multiplier, int Shift)
{
    /// <summary>The largest shift that a kernel may use.</summary>
    public const int MaximumShift = 30;

    /// <summary>The largest shift for an int64 accumulator: its reduced multiplier divides by 2^(15 - shift), which must stay at least 2.</summary>
    public const int MaximumReducedShift = 14;

    /// <summary>The nearest representable factor; ties of the mantissa go away from zero, factors under 2^-32 become 0.</summary>
    /// <param name="real">Finite and not negative.</param>
    /// <remarks>Source: tflite-micro quantization_util.cc, QuantizeMultiplier.</remarks>
    public static QuantizedMultiplier FromReal(double real)
    {
        if (!double.IsFinite(real) || real < 0)
            throw new ArgumentOutOfRangeException(nameof(real), real, "A multiplier is finite and not negative.");
        if (real == 0)
            return default;

        (double fraction, int shift) = FractionAndExponent(real);
        long multiplier = (long)Math.Round(fraction * (1L << 31), MidpointRounding.AwayFromZero);
        if (multiplier == 1L << 31)
        {
            multiplier /= 2;
            shift++;
        }

        return shift < -31 ? default : new QuantizedMultiplier((int)multiplier, shift);
    }

    /// <summary>C's <c>frexp</c>: <c>value = fraction * 2^exponent</c> with a fraction in [0.5, 1).</summary>
    /// <param name="value">Positive and finite.</param>
    internal static (double Fraction, int Exponent) FractionAndExponent(double value)
    {
        int exponent = Math.ILogB(value) + 1;
        return (Math.ScaleB(value, -exponent), exponent);
    }
}

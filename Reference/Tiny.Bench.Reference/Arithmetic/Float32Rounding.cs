namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>The product in binary32, then C's <c>roundf</c>: ties away from zero.</summary>
/// <remarks>Explains the printed outputs of X-CUBE-AI and Plumerai on kws01 (spec section 15). Results outside int32 saturate.</remarks>
public readonly partial struct Float32Rounding : IRounding
{
    /// <inheritdoc/>
    public static int Requantize(int x, QuantizedMultiplier scale) =>
        (int)MathF.Round(x * Factor(scale), MidpointRounding.AwayFromZero);

    private static float Factor(QuantizedMultiplier scale) => (float)Math.ScaleB((double)scale.Multiplier, scale.Shift - 31);
}

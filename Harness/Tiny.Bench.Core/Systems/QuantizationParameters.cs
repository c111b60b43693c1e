namespace Tiny.Bench.Core.Systems;

/// <summary>Affine quantization of an int8 tensor: <c>real = Scale * (code - ZeroPoint)</c>.</summary>
/// <param name="Scale">Finite and positive; the model's own binary32 value.</param>
/// <param name="ZeroPoint">Code of real zero, -128 to 127.</param>
public readonly record struct QuantizationParameters(float Scale, int ZeroPoint)
{
    /// <summary>The code nearest to <paramref name="real"/>, ties away from zero, clamped to -128..127.</summary>
    /// <param name="real">Not NaN.</param>
    /// <remarks>The quotient is a binary32 division, as in tflite reference/quantize.h, AffineQuantize.</remarks>
    public sbyte Quantize(float real)
    {
        // Clamped in float first: the cast of a quotient beyond int is not defined.
        float steps = MathF.Round(real / Scale, MidpointRounding.AwayFromZero);
        return (sbyte)Math.Clamp((int)Math.Clamp(steps, -1024f, 1024f) + ZeroPoint, sbyte.MinValue, sbyte.MaxValue);
    }

    /// <summary>The real number of a code, rounded to binary32 once.</summary>
    /// <remarks>Source: tflite reference/dequantize.h, Dequantize.</remarks>
    public float Dequantize(sbyte code) => Scale * (code - ZeroPoint);
}

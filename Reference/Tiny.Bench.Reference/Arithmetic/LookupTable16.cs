namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>A function over int16 as 513 samples, 128 codes apart, with straight lines between them.</summary>
/// <remarks>Source: tflite kernels/internal/common.h, LUTPopulateInt16 and LUTLookup.</remarks>
public static class LookupTable16
{
    /// <summary>Samples in a table: one at the start of each of the 512 pieces, and one at the end of the last.</summary>
    public const int Length = Pieces + 1;

    private const int Pieces = 512;

    /// <summary>exp over [-10, 0] in Q0.15: code 32767 is 0, code -32768 is -10.</summary>
    public static short[] CreateExp() => Create(MathF.Exp, 10f / ushort.MaxValue, short.MaxValue, 2f / ushort.MaxValue);

    /// <summary>1 / (1 + x) over [0, 1] in Q0.15: code -32768 is 0, code 32767 is 1.</summary>
    public static short[] CreateReciprocal() => Create(x => 1 / (1 + x), 1f / ushort.MaxValue, short.MinValue, 2f / ushort.MaxValue);

    /// <summary>Samples a function, all in binary32.</summary>
    /// <param name="function">Of a real number.</param>
    /// <param name="inputScale">Real distance between two input codes.</param>
    /// <param name="inputZeroPoint">Input code of real 0.</param>
    /// <param name="outputScale">Real distance between two output codes; the output's zero point is 0.</param>
    /// <remarks>Each sample is moved by half of what the straight line misses in the middle of its piece, so that the error spreads evenly.</remarks>
    public static short[] Create(Func<float, float> function, float inputScale, int inputZeroPoint, float outputScale)
    {
        ArgumentNullException.ThrowIfNull(function);
        float inputMinimum = inputScale * (short.MinValue - inputZeroPoint);
        float inputMaximum = inputScale * (short.MaxValue - inputZeroPoint);
        float step = (inputMaximum - inputMinimum) / Pieces;
        float codesPerUnit = 65536f / ((outputScale * short.MaxValue) - (outputScale * short.MinValue));

        var table = new short[Length];
        for (int piece = 0; piece < Pieces; piece++)
        {
            float start = inputMinimum + (piece * step);
            float sample = Round(function(start) * codesPerUnit);
            float next = function(inputMinimum + ((piece + 1) * step)) * codesPerUnit;
            float line = Round((next + sample) / 2);
            float middle = Round(function(start + (step / 2)) * codesPerUnit);
            table[piece] = Saturate(sample - Round((line - middle) / 2));
        }

        table[Pieces] = Saturate(Round(function(inputMaximum) * codesPerUnit));
        return table;
    }

    /// <summary>The function at a code, on the line between its two samples, rounded to nearest with ties towards positive infinity.</summary>
    /// <param name="value">Any code.</param>
    /// <param name="table"><see cref="Length"/> samples.</param>
    public static short Lookup(short value, ReadOnlySpan<short> table)
    {
        int index = 256 + (value >> 7);
        int offset = value & 0x7F;
        int sample = table[index];
        short slope = (short)(table[index + 1] - sample);
        return (short)(sample + (((slope * offset) + 64) >> 7));
    }

    private static float Round(float x) => MathF.Round(x, MidpointRounding.AwayFromZero);

    private static short Saturate(float code) => (short)Math.Clamp(code, short.MinValue, short.MaxValue);
}

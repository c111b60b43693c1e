using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels;

/// <content>The int16 form: exponential and reciprocal from tables.</content>
public sealed partial class Softmax
{
    // The exponential's table spans [-10, 0] with 65535 codes.
    private const double RealPerCodeInt16 = 10.0 / 65535.0;

    /// <summary>Computes all rows; the output serves as scratch.</summary>
    /// <param name="rows">Independent rows.</param>
    /// <param name="columns">Elements of a row; up to 65535, so that the sum of as many ones stays inside Q16.15.</param>
    /// <param name="inputMultiplier">Takes a difference of codes to units of 10/65535.</param>
    /// <param name="expTable">As <see cref="LookupTable16.CreateExp"/>.</param>
    /// <param name="reciprocalTable">As <see cref="LookupTable16.CreateReciprocal"/>.</param>
    /// <param name="input">[rows,columns].</param>
    /// <param name="output">[rows,columns] in Q0.15, never negative.</param>
    /// <remarks>Source: tflite reference/softmax.h, SoftmaxInt16.</remarks>
    public static void RunInt16(
        int rows,
        int columns,
        QuantizedMultiplier inputMultiplier,
        ReadOnlySpan<short> expTable,
        ReadOnlySpan<short> reciprocalTable,
        ReadOnlySpan<short> input,
        Span<short> output)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<short> inputs = input.Slice(row * columns, columns);
            Span<short> outputs = output.Slice(row * columns, columns);
            short maximum = short.MinValue;
            foreach (short code in inputs)
                maximum = Math.Max(maximum, code);

            int sum = 0;
            for (int i = 0; i < inputs.Length; i++)
            {
                int scaled = DoubleRounding.Requantize(inputs[i] - maximum, inputMultiplier);
                outputs[i] = LookupTable16.Lookup(Saturate(scaled + short.MaxValue), expTable);
                sum += outputs[i];
            }

            // sum = (1 + x) * 2^(16 - headroom) with x in [0, 1): 65536 (1 + x) rounded, then centred for the table.
            int headroom = BitOperations.LeadingZeroCount((uint)sum);
            int onePlusX = (int)((((long)sum << (headroom - 1)) + (1 << 13)) >> 14);
            short reciprocal = LookupTable16.Lookup(Saturate(onePlusX - (1 << 16) - (1 << 15)), reciprocalTable);
            int shift = 31 - headroom;
            foreach (ref short code in outputs)
                code = (short)Math.Clamp(((code * reciprocal) + (1 << (shift - 1))) >> shift, 0, short.MaxValue);
        }
    }

    private static short Saturate(int code) => (short)Math.Clamp(code, short.MinValue, short.MaxValue);
}

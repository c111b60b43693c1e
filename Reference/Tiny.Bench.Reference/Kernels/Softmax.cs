using System.Numerics;
using Tiny.Bench.Reference.Arithmetic;
using static Tiny.Bench.Reference.Arithmetic.FixedPoint;
using static Tiny.Bench.Reference.Arithmetic.FixedPointFunctions;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>SOFTMAX: <c>exp(x_i) / sum(exp(x))</c> along the last axis, in fixed point for codes of 8 bits.</summary>
/// <remarks>
/// The same in every dialect: its only rescaling is a high product. Boards were found with one other rule: see <see cref="RunTruncating"/>. Source: tflite reference/softmax.h, Softmax; spec section 8.
/// </remarks>
public sealed partial class Softmax : IKernel
{
    private const int SumIntegerBits = 12;

    /// <summary>Computes all rows.</summary>
    /// <param name="rows">Independent rows.</param>
    /// <param name="columns">Elements of a row; up to 4095, so that the sum of as many ones stays inside Q12.19.</param>
    /// <param name="codes">How input codes are read.</param>
    /// <param name="input">[rows,columns].</param>
    /// <param name="output">[rows,columns]; one is 2^bits of its type, and its zero point is the type's minimum.</param>
    public static void Run<TIn, TOut>(int rows, int columns, SoftmaxCodes codes, ReadOnlySpan<TIn> input, Span<TOut> output)
        where TIn : unmanaged, IBinaryInteger<TIn>
        where TOut : unmanaged, IBinaryInteger<TOut>, IMinMaxValue<TOut>
    {
        int lowest = int.CreateTruncating(TOut.MinValue);
        int highest = int.CreateTruncating(TOut.MaxValue);
        int outputBits = TOut.Zero.GetByteCount() * 8;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<TIn> inputs = input.Slice(row * columns, columns);
            Span<TOut> outputs = output.Slice(row * columns, columns);
            int maximum = int.CreateTruncating(inputs[0]);
            foreach (TIn code in inputs)
                maximum = Math.Max(maximum, int.CreateTruncating(code));

            int sum = 0;
            foreach (TIn code in inputs)
            {
                int difference = int.CreateTruncating(code) - maximum;
                if (difference >= codes.DiffMin)
                    sum += RoundingDivideByPowerOfTwo(Exp(difference, codes.InputMultiplier), SumIntegerBits);
            }

            // sum = (1 + u) * 2^bitsOverOne. The sum holds exp(0) = 1, so it is never below one and never zero.
            int headroom = BitOperations.LeadingZeroCount((uint)sum);
            int bitsOverOne = SumIntegerBits - headroom;
            int reciprocal = ReciprocalOnePlus((int)(((uint)sum << headroom) - (1U << 31)));
            int shift = bitsOverOne + 31 - outputBits;
            for (int i = 0; i < inputs.Length; i++)
            {
                int difference = int.CreateTruncating(inputs[i]) - maximum;
                int code = lowest;
                if (difference >= codes.DiffMin)
                    code += DivideRounding(SaturatingRoundingDoublingHighMul(reciprocal, Exp(difference, codes.InputMultiplier)), shift);
                outputs[i] = TOut.CreateTruncating(Math.Min(code, highest));
            }
        }
    }

    private static int Exp(int difference, QuantizedMultiplier multiplier) =>
        ExpOnNegativeValues(SaturatingRoundingDoublingHighMul(difference << multiplier.Shift, multiplier.Multiplier), integerBits: 5);

    // x is not negative, so ties away from zero are ties up. In 64 bits, for the shift passes 31 where the exponentials of a row
    // sum to 512 or more; TFLM stops there.
    private static int DivideRounding(int x, int shift) => (int)((x + (1L << (shift - 1))) >> shift);
}

using static Tiny.Bench.Reference.Arithmetic.FixedPoint;

namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>The exponential, the reciprocal and the hyperbolic tangent in 32-bit fixed point, for softmax, logistic and tanh.</summary>
/// <remarks>
/// Raw values: QI.F means I integer and F = 31 - I fraction bits below the sign. Sums wrap; products round as
/// <see cref="SaturatingRoundingDoublingHighMul"/> does. Source: gemmlowp fixedpoint.h at 16e8662c; spec sections 8 and 9.
/// </remarks>
public static class FixedPointFunctions
{
    private const int OneThird = 715827883;
    private const int ExpMinusOneEighth = 1895147668;
    private const int FortyEightSeventeenths = 1515870810;
    private const int MinusThirtyTwoSeventeenths = -1010580540;

    // exp(-2^k) in Q0.31 for k = -2 to 4.
    private static ReadOnlySpan<int> ExpOfMinusPowers => [1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242];

    /// <summary>The exponential of a number that is not positive, in Q0.31; 2^31 - 1 stands for 1.</summary>
    /// <param name="a">At most 0, in Q<paramref name="integerBits"/>.(31 - <paramref name="integerBits"/>).</param>
    /// <param name="integerBits">0 to 5: softmax uses 5, logistic 4.</param>
    /// <remarks>
    /// <c>a = x - r</c> with x in [-1/4, 0) and r a sum of powers of two from 1/4 on. exp(x) is a polynomial around -1/8; each power in r
    /// multiplies by its own constant.
    /// </remarks>
    public static int ExpOnNegativeValues(int a, int integerBits)
    {
        if (a == 0)
            return int.MaxValue;

        int fractionBits = 31 - integerBits;
        int oneQuarter = 1 << (fractionBits - 2);
        int x = (a & (oneQuarter - 1)) - oneQuarter;
        int result = ExpBetweenMinusOneQuarterAndZero(x << integerBits);
        int remainder = x - a;
        for (int power = -2; power < integerBits; power++)
        {
            if ((remainder & (1 << (fractionBits + power))) != 0)
                result = SaturatingRoundingDoublingHighMul(result, ExpOfMinusPowers[power + 2]);
        }

        return result;
    }

    /// <summary><c>1 / (1 + u)</c> in Q0.31.</summary>
    /// <param name="u">Q0.31, at least 0.</param>
    public static int ReciprocalOnePlus(int u) => SaturatingShiftLeft(ReciprocalOfMeanWithOne(u), 1);

    /// <summary><c>tanh(|x|) = (1 - e) / (1 + e)</c> in Q0.31, where <c>e = exp(-2|x|)</c>.</summary>
    /// <param name="magnitude"><c>-|x|</c> in Q4.27. The same bits read as Q5.26 are <c>-2|x|</c>.</param>
    public static int TanhOfMagnitude(int magnitude)
    {
        const int one = 1 << 29;
        return SaturatingShiftLeft(ReciprocalOfMeanWithOne(ExpOnNegativeValues(magnitude, integerBits: 5)) - one, 2);
    }

    // Taylor's series of exp around -1/8, to the fourth power, in Q0.31.
    private static int ExpBetweenMinusOneQuarterAndZero(int a)
    {
        int x = a + (1 << 28);
        int x2 = SaturatingRoundingDoublingHighMul(x, x);
        int x3 = SaturatingRoundingDoublingHighMul(x2, x);
        int x4 = SaturatingRoundingDoublingHighMul(x2, x2);
        int cubicAndQuartic = SaturatingRoundingDoublingHighMul(RoundingDivideByPowerOfTwo(x4, 2) + x3, OneThird);
        int tail = RoundingDivideByPowerOfTwo(cubicAndQuartic + x2, 1);
        return ExpMinusOneEighth + SaturatingRoundingDoublingHighMul(ExpMinusOneEighth, x + tail);
    }

    // 1 / ((1 + u) / 2) in Q2.29: three steps of Newton's method from the best straight line.
    private static int ReciprocalOfMeanWithOne(int u)
    {
        const int one = 1 << 29;
        int half = (int)((u + (long)int.MaxValue + 1) / 2);
        int x = FortyEightSeventeenths + SaturatingRoundingDoublingHighMul(half, MinusThirtyTwoSeventeenths);
        for (int step = 0; step < 3; step++)
        {
            int error = one - SaturatingRoundingDoublingHighMul(half, x);
            x += SaturatingShiftLeft(SaturatingRoundingDoublingHighMul(x, error), 2);
        }

        return x;
    }
}

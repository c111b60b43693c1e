using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>The accumulators that can differ after the clamp: outside, both dialects give the same rail.</summary>
/// <remarks>
/// Every dialect is a chain of steps that never decrease: a product with a factor that is not negative, roundings to nearest, shifts to the right,
/// the zero point, the clamp. So below the first accumulator where either dialect leaves the lowest code both give the lowest code, and above the last
/// one where either is not yet at the highest both give the highest. That ends where something wraps: a left shift that leaves int32, or a result that
/// does when the zero point is added. Where that can happen the window is the whole range.
/// </remarks>
internal static class MonotoneWindow
{
    /// <summary>The window; null when it is empty.</summary>
    public static AccumulatorRange? Find(RequantizationQuestion question)
    {
        if (question.Clamp is not { } clamp || !IsMonotone(question.Scale, question.Range))
            return question.Range;
        long first = FirstWhere(question, (one, other) => one > clamp.Minimum || other > clamp.Minimum);
        long end = FirstWhere(question, (one, other) => one == clamp.Maximum && other == clamp.Maximum);
        return first < end ? new AccumulatorRange((int)first, (int)(end - 1)) : null;
    }

    /// <summary>Whether nothing can wrap in the range.</summary>
    public static bool IsMonotone(QuantizedMultiplier scale, AccumulatorRange range)
    {
        // Room for a zero point of 16 bits, and for what binary32 is off: 2^31 times two roundings of 2^-24 each.
        const double highest = (1L << 31) - (1 << 17);
        double magnitude = Math.Max(-(double)range.First, range.Last);
        bool shiftWraps = scale.Shift > 0 && Math.ScaleB(magnitude, scale.Shift) >= 1L << 31;
        return !shiftWraps && Math.ScaleB(magnitude * scale.Multiplier, scale.Shift - 31) <= highest;
    }

    // Bisection: the condition, once true, stays true. One past the range when it never is.
    private static long FirstWhere(RequantizationQuestion question, Func<int, int, bool> condition)
    {
        Converter first = new(question, question.Pair.First), second = new(question, question.Pair.Second);
        long low = question.Range.First, high = (long)question.Range.Last + 1;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            if (condition(first.Code((int)middle), second.Code((int)middle)))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private readonly struct Converter(RequantizationQuestion question, Dialect dialect)
    {
        private readonly BlockRequantizer _requantize = BlockRequantizers.Of(dialect);

        public int Code(int accumulator)
        {
            Span<int> result = stackalloc int[1];
            _requantize(accumulator, question.Scale, result);
            return question.Clamp!.Value.Code(result[0]);
        }
    }
}

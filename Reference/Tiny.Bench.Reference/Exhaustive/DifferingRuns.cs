using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>The exact set of accumulators whose output codes differ, as runs, found without visiting every accumulator.</summary>
/// <remarks>
/// Both dialects never decrease (<see cref="MonotoneWindow"/>), so each reaches a code at one accumulator and stays at or above it. Where they reach
/// a code at different accumulators, one has it and the other not: those between are the differing ones, for that code; over all codes, all.
/// </remarks>
internal static class DifferingRuns
{
    /// <summary>The runs, ascending, none touching another; null where a result can wrap, so that nothing may be left out.</summary>
    /// <param name="question">With a clamp.</param>
    public static IReadOnlyList<AccumulatorRange>? Find(RequantizationQuestion question)
    {
        if (question.Clamp is not { } clamp || !MonotoneWindow.IsMonotone(question.Scale, question.Range))
            return null;
        var runs = new List<AccumulatorRange>();
        var first = new Climber(question, question.Pair.First);
        var second = new Climber(question, question.Pair.Second);
        for (int code = clamp.Minimum + 1; code <= clamp.Maximum; code++)
        {
            long one = first.Reach(code), other = second.Reach(code);
            if (one != other)
                Append(runs, new AccumulatorRange((int)Math.Min(one, other), (int)(Math.Max(one, other) - 1)));
        }

        return runs;
    }

    /// <summary>How many accumulators of the runs lie in a range.</summary>
    public static long CountWithin(IEnumerable<AccumulatorRange> runs, AccumulatorRange range) =>
        runs.Sum(run => Math.Max(0, Math.Min((long)run.Last, range.Last) - Math.Max(run.First, range.First) + 1));

    // Codes are reached in order, so a run begins where the last one does or later.
    private static void Append(List<AccumulatorRange> runs, AccumulatorRange run)
    {
        if (runs.Count > 0 && run.First <= (long)runs[^1].Last + 1)
            runs[^1] = runs[^1] with { Last = Math.Max(runs[^1].Last, run.Last) };
        else
            runs.Add(run);
    }

    private sealed class Climber(RequantizationQuestion question, Dialect dialect)
    {
        private readonly BlockRequantizer _requantize = BlockRequantizers.Of(dialect);
        private long _at = question.Range.First;

        /// <summary>The first accumulator that gives at least <paramref name="code"/>, one past the range if none does; codes are asked for in ascending order.</summary>
        public long Reach(int code)
        {
            long low = _at, high = (long)question.Range.Last + 1;
            while (low < high)
            {
                long middle = low + ((high - low) / 2);
                if (Code((int)middle) >= code)
                    high = middle;
                else
                    low = middle + 1;
            }

            return _at = low;
        }

        private int Code(int accumulator)
        {
            Span<int> result = stackalloc int[1];
            _requantize(accumulator, question.Scale, result);
            return question.Clamp!.Value.Code(result[0]);
        }
    }
}

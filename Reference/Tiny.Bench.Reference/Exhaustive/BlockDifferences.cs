namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>The differing accumulators of one run of them; its memory is used again for the next run.</summary>
internal sealed class BlockDifferences
{
    /// <summary>Accumulators requantized at a time: results of both dialects stay in the first-level cache.</summary>
    private const int StepLength = 2048;

    private readonly int[] _first = new int[StepLength];
    private readonly int[] _second = new int[StepLength];
    private readonly List<int> _accumulators = [];

    /// <summary>In ascending order.</summary>
    public ReadOnlySpan<int> Accumulators => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_accumulators);

    /// <summary>Those where the second dialect is one higher.</summary>
    public int OneHigher { get; private set; }

    /// <summary>Those where the second dialect is one lower.</summary>
    public int OneLower { get; private set; }

    /// <summary>Compares every accumulator of <paramref name="range"/> in the two dialects.</summary>
    public void Compare(RequantizationQuestion question, AccumulatorRange range)
    {
        BlockRequantizer first = BlockRequantizers.Of(question.Pair.First), second = BlockRequantizers.Of(question.Pair.Second);
        _accumulators.Clear();
        (OneHigher, OneLower) = (0, 0);
        for (long start = range.First; start <= range.Last; start += StepLength)
        {
            int length = (int)Math.Min(StepLength, range.Last - start + 1);
            Span<int> firstResults = _first.AsSpan(0, length), secondResults = _second.AsSpan(0, length);
            first((int)start, question.Scale, firstResults);
            second((int)start, question.Scale, secondResults);
            Collect((int)start, firstResults, secondResults, question.Clamp);
        }
    }

    private void Collect(int start, ReadOnlySpan<int> first, ReadOnlySpan<int> second, OutputClamp? clamp)
    {
        for (int at = 0; ; at++)
        {
            at += first[at..].CommonPrefixLength(second[at..]);
            if (at == first.Length)
                return;
            long difference = clamp is { } output ? output.Code(second[at]) - output.Code(first[at]) : (long)second[at] - first[at];
            if (difference == 0)
                continue;
            _accumulators.Add(start + at);
            OneHigher += difference == 1 ? 1 : 0;
            OneLower += difference == -1 ? 1 : 0;
        }
    }
}

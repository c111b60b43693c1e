namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Counts of values in bins of equal width over a range.</summary>
internal sealed class Histogram
{
    /// <summary>The share of values that a percentile calibration keeps.</summary>
    public const double KeptShare = 0.9999;

    private const int Bins = 2048;
    private const int Codes = 256;
    private const int CandidateRanges = 128;

    // What an empty bin counts for, so that a divergence from it is finite.
    private const double EmptyBin = 1e-9;

    private readonly ActivationRange _range;
    private readonly double _width;
    private readonly long[] _counts = new long[Bins];
    private long _zeros;

    /// <summary>Starts empty.</summary>
    /// <param name="range">Covers all values that will be added.</param>
    public Histogram(ActivationRange range)
    {
        _range = range;
        _width = ((double)range.Maximum - range.Minimum) / Bins;
    }

    /// <summary>Counts values.</summary>
    public void Add(ReadOnlySpan<float> values)
    {
        if (_width == 0)
            return;
        foreach (float value in values)
        {
            _counts[BinOf(value)]++;
            _zeros += value == 0 ? 1 : 0;
        }
    }

    /// <summary>The range without the same share of values at either end.</summary>
    /// <param name="kept">The share that stays, above 0, at most 1.</param>
    public ActivationRange Percentile(double kept)
    {
        double cut = Sum(_counts) * (1 - kept) / 2;
        int first = 0, last = Bins - 1;
        for (double below = _counts[first]; below <= cut && first < last; below += _counts[first])
            first++;
        for (double above = _counts[last]; above <= cut && last > first; above += _counts[last])
            last--;
        return Between(first, last);
    }

    /// <summary>The range whose 256 codes diverge least from the values, as Kullback and Leibler measure it.</summary>
    /// <remarks>
    /// The end that lies farther from 0 is moved inwards, the nearer one follows where it would lie beyond. What is cut off falls on the
    /// outermost bin. Exact zeros, which a RELU makes in plenty and every scale has a code for, are left out.
    /// Source: Migacz, "8-bit Inference with TensorRT", GTC 2017.
    /// </remarks>
    public ActivationRange LeastDivergence()
    {
        ActivationRange best = _range;
        double least = double.PositiveInfinity;
        double reach = Math.Max(Math.Abs((double)_range.Minimum), Math.Abs((double)_range.Maximum));
        long[] counts = [.. _counts];
        counts[BinOf(0)] -= _zeros;
        long total = Sum(counts);
        for (int step = 0; step < CandidateRanges && _width > 0 && total > 0; step++)
        {
            double limit = reach * (CandidateRanges - step) / CandidateRanges;
            (int first, int last) = (BinOf(-limit), BinOf(limit));
            if (last - first + 1 < Codes)
                break;
            double divergence = Divergence(counts, total, first, last);
            if (divergence < least)
                (least, best) = (divergence, Between(first, last));
        }

        return best;
    }

    private int BinOf(double value) => (int)Math.Clamp((value - _range.Minimum) / _width, 0, Bins - 1);

    private ActivationRange Between(int first, int last) => new(
        first == 0 ? _range.Minimum : (float)(_range.Minimum + (first * _width)),
        last == Bins - 1 ? _range.Maximum : (float)(_range.Minimum + ((last + 1) * _width)));

    // P: the counts, with what lies outside on the outermost bins. Q: what is left of the counts inside when each code spreads evenly over
    // the bins that it has any in. Few values in many bins look rough without being so: the divergence that chance alone gives, half a
    // count for each bin beyond the first of a code, is taken off.
    private static double Divergence(long[] counts, long total, int first, int last)
    {
        long below = Sum(counts.AsSpan(0, first)), above = Sum(counts.AsSpan(last + 1));
        double inside = total - below - above;
        int bins = last - first + 1;
        double divergence = 0;
        for (int code = 0; code < Codes; code++)
        {
            int from = first + (int)((long)code * bins / Codes), to = first + (int)((code + 1L) * bins / Codes);
            ReadOnlySpan<long> group = counts.AsSpan(from, to - from);
            int occupied = group.Length - group.Count(0);
            double spread = Sum(group) / (Math.Max(occupied, 1) * inside);
            divergence -= Math.Max(occupied - 1, 0) / (2d * total);
            for (int bin = from; bin < to; bin++)
            {
                double p = (counts[bin] + (bin == first ? below : 0) + (bin == last ? above : 0)) / (double)total;
                if (p > 0)
                    divergence += p * Math.Log(p / (counts[bin] > 0 ? spread : EmptyBin));
            }
        }

        return divergence;
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (long count in counts)
            sum += count;
        return sum;
    }
}

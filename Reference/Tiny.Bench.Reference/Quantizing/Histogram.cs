namespace Tiny.Bench.Reference.Quantizing;

/// <summary>Counts of values in bins of equal width over a range.</summary>
internal sealed class Histogram
{
    /// <summary>The share of values that a percentile calibration keeps.</summary>
    public const double KeptShare = 0.9999;

    private const int Bins = 2048;

    private readonly ActivationRange _range;
    private readonly double _width;
    private readonly long[] _counts = new long[Bins];

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
            _counts[Math.Clamp((int)((value - (double)_range.Minimum) / _width), 0, Bins - 1)]++;
    }

    /// <summary>The range without the same share of values at either end.</summary>
    /// <param name="kept">The share that stays, above 0, at most 1.</param>
    public ActivationRange Percentile(double kept)
    {
        double cut = _counts.Sum() * (1 - kept) / 2;
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
    /// outermost code. Source: Migacz, "8-bit Inference with TensorRT", GTC 2017.
    /// </remarks>
    public ActivationRange LeastDivergence()
    {
        if (_width == 0)
            return _range;
        ActivationRange best = _range;
        double least = double.PositiveInfinity;
        double reach = Math.Max(Math.Abs((double)_range.Minimum), Math.Abs((double)_range.Maximum));
        for (int step = 0; step < CandidateRanges; step++)
        {
            double limit = reach * (CandidateRanges - step) / CandidateRanges;
            (int first, int last) = (BinOf(-limit), BinOf(limit));
            double divergence = Divergence(first, last);
            if (divergence < least)
                (least, best) = (divergence, Between(first, last));
        }

        return best;
    }

    private const int CandidateRanges = 128;
    private const int Codes = 256;

    private int BinOf(double value) => (int)Math.Clamp((value - _range.Minimum) / _width, 0, Bins - 1);

    private ActivationRange Between(int first, int last) => new(
        first == 0 ? _range.Minimum : (float)(_range.Minimum + (first * _width)),
        last == Bins - 1 ? _range.Maximum : (float)(_range.Minimum + ((last + 1) * _width)));

    // P: the counts, with what lies outside on the outermost bins. Q: what is left of them when each code spreads evenly over its bins.
    private double Divergence(int first, int last)
    {
        long total = _counts.Sum();
        if (last <= first || total == 0)
            return double.PositiveInfinity;
        long below = _counts.AsSpan(0, first).ToArray().Sum(), above = _counts.AsSpan(last + 1).ToArray().Sum();
        int bins = last - first + 1;
        double inside = total - below - above;
        if (inside <= 0)
            return double.PositiveInfinity;

        double divergence = 0;
        for (int code = 0; code < Math.Min(Codes, bins); code++)
        {
            int from = first + (int)((long)code * bins / Math.Min(Codes, bins));
            int to = first + (int)((code + 1L) * bins / Math.Min(Codes, bins));
            ReadOnlySpan<long> group = _counts.AsSpan(from, to - from);
            long sum = 0;
            int occupied = 0;
            foreach (long count in group)
            {
                sum += count;
                occupied += count > 0 ? 1 : 0;
            }

            for (int bin = from; bin < to; bin++)
            {
                double p = (_counts[bin] + (bin == first ? below : 0) + (bin == last ? above : 0)) / (double)total;
                if (p == 0)
                    continue;
                double q = _counts[bin] > 0 ? sum / (double)occupied / inside : Smallest;
                divergence += p * Math.Log(p / q);
            }
        }

        return divergence;
    }

    // What an empty bin counts for, so that a divergence from it is finite.
    private const double Smallest = 1e-9;
}

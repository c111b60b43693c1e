using Tiny.Bench.Core.Metrics;

namespace Tiny.Bench.Results.Analysis;

/// <summary>Confidence interval of a median by drawing from the values again and again.</summary>
/// <param name="Low">Lower limit, in the unit of the values.</param>
/// <param name="High">Upper limit.</param>
/// <remarks>
/// Percentile method; source: Efron and Tibshirani 1993, chapter 13. With the five windows of MLPerf Tiny the 95 % interval is their whole
/// range: 5.8 % of the draws have the smallest window as their median. More windows make it narrower.
/// </remarks>
public readonly record struct BootstrapInterval(double Low, double High)
{
    /// <summary>Draws that are made unless told.</summary>
    public const int DefaultResamples = 10_000;

    /// <summary>Whether two intervals share a value: neither system is then shown to be the faster.</summary>
    public bool Overlaps(BootstrapInterval other) => Low <= other.High && other.Low <= High;

    /// <summary>The interval of the median.</summary>
    /// <param name="values">The windows.</param>
    /// <param name="seed">Same values and seed, same interval.</param>
    /// <param name="resamples">Number of draws, at least 1.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <exception cref="ArgumentException">There is no value, or one is NaN.</exception>
    public static BootstrapInterval OfMedian(IReadOnlyCollection<double> values, ulong seed = 1, int resamples = DefaultResamples, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Expected above 0 and below 1.");

        // Sorted, so that the order of the windows does not matter; the median refuses what has no rank.
        double[] sorted = [.. values.Order()];
        _ = Statistics.Median(sorted);
        var random = new SplitMix(seed);
        double[] medians = new double[resamples];
        double[] drawn = new double[sorted.Length];
        for (int resample = 0; resample < resamples; resample++)
        {
            for (int index = 0; index < drawn.Length; index++)
                drawn[index] = sorted[random.Next(sorted.Length)];
            medians[resample] = Statistics.Median(drawn);
        }

        Array.Sort(medians);
        int tail = (int)((1 - confidence) / 2 * resamples);
        return new BootstrapInterval(medians[tail], medians[resamples - 1 - tail]);
    }
}

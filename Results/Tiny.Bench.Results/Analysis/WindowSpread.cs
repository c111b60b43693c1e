using Tiny.Bench.Core.Metrics;

namespace Tiny.Bench.Results.Analysis;

/// <summary>How far the windows of a run lie apart, in the unit of the values.</summary>
/// <param name="Count">Number of windows, at least 1.</param>
/// <param name="Median">The figure that MLPerf Tiny publishes.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="MedianAbsoluteDeviation">Median distance from the median; one window gone wrong does not move it far.</param>
public readonly record struct WindowSpread(int Count, double Median, double Minimum, double Maximum, double MedianAbsoluteDeviation)
{
    /// <summary>Range over median: 0.01 when the windows lie within one per cent of each other. Infinite or NaN for a median of 0.</summary>
    public double RelativeRange => (Maximum - Minimum) / Median;

    /// <summary>Describes the windows.</summary>
    /// <exception cref="ArgumentException">There is no value, or one is NaN.</exception>
    public static WindowSpread Of(IReadOnlyCollection<double> values)
    {
        double median = Statistics.Median(values);
        double deviation = Statistics.Median(values.Select(value => Math.Abs(value - median)));
        return new WindowSpread(values.Count, median, values.Min(), values.Max(), deviation);
    }
}

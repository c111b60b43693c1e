namespace Tiny.Bench.Reference.Benchmarking;

/// <summary>What repeated measurements of one thing say.</summary>
/// <param name="Median">Microseconds in the middle one.</param>
/// <param name="Best">Microseconds in the shortest one.</param>
/// <param name="LowerQuartile">A quarter of them is not longer.</param>
/// <param name="UpperQuartile">A quarter of them is not shorter.</param>
/// <param name="Count">Number of measurements.</param>
public sealed record TimeSummary(double Median, double Best, double LowerQuartile, double UpperQuartile, int Count)
{
    /// <summary>Sums up at least one measurement, in microseconds.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static TimeSummary Of(IEnumerable<double> microseconds)
    {
        double[] sorted = [.. microseconds.Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("Nothing was measured.", nameof(microseconds));
        return new TimeSummary(At(sorted, 0.5), sorted[0], At(sorted, 0.25), At(sorted, 0.75), sorted.Length);
    }

    // Between neighbours as their distance says.
    private static double At(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int lower = (int)place, upper = Math.Min(lower + 1, sorted.Length - 1);
        return sorted[lower] + ((place - lower) * (sorted[upper] - sorted[lower]));
    }
}

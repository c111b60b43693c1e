namespace Tiny.Bench.Boards.Energy.Uncertainty;

/// <summary>How well the median of a few windows repeats.</summary>
internal static class MedianRepeatability
{
    /// <summary>With fewer windows there is no saying.</summary>
    public const int FewestWindows = 3;

    // |median - mu| over s/sqrt(n) is below these in 95.45 % of cases, for n = 3 to 15 normal values: 2,000,000 simulated sets each, so that
    // the last digit is about right. A test repeats them for some n.
    private static readonly double[] Quantiles = [4.628, 3.401, 3.120, 2.836, 2.838, 2.680, 2.730, 2.615, 2.677, 2.575, 2.638, 2.563, 2.614];

    // The asymptotic ratio of the standard errors of median and mean is sqrt(pi/2), times the k of 2 for 95.45 %.
    private const double ManyWindows = 2.5066;

    /// <summary>The component, or null with fewer than three windows.</summary>
    /// <remarks>
    /// The median of five scatters 20 % more than their mean, and their standard deviation is itself a guess: the error is taken for a
    /// Student's t with n - 1 degrees of freedom, as wide as its 95.45 % quantile was found to be.
    /// </remarks>
    public static UncertaintyComponent? Of(IReadOnlyList<double> windows)
    {
        int count = windows.Count;
        if (count < FewestWindows)
            return null;
        double mean = windows.Average();
        double deviation = Math.Sqrt(windows.Sum(window => (window - mean) * (window - mean)) / (count - 1));
        double quantile = count - FewestWindows < Quantiles.Length ? Quantiles[count - FewestWindows] : ManyWindows;
        double scale = quantile / CoverageFactor.OfStudent(count - 1) * deviation / Math.Sqrt(count);
        return new UncertaintyComponent("repeatability", UncertaintyDistribution.Student, scale, count - 1, $"scatter of {count} windows");
    }
}

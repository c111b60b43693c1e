namespace Tiny.Bench.Core.Metrics;

/// <summary>Confidence interval of a proportion, by Wilson's score method.</summary>
/// <param name="Low">Lower limit, 0 to 1.</param>
/// <param name="High">Upper limit, 0 to 1.</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    /// <summary>The standard normal quantile of 97.5 %, for an interval of 95 %.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>The proportions that <paramref name="successes"/> of <paramref name="trials"/> do not contradict.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="z">Standard normal quantile, positive.</param>
    /// <remarks>Source: Wilson 1927, without continuity correction.</remarks>
    public static WilsonInterval Of(int successes, int trials, double z = Z95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(z);

        double n = trials;
        double p = successes / n;
        double square = z * z;
        double centre = p + (square / (2 * n));
        double half = z * Math.Sqrt(((p * (1 - p)) + (square / (4 * n))) / n);
        double scale = 1 + (square / n);

        // At 0 and at all successes a limit is exact, and rounding must not push it out of the range.
        double low = successes == 0 ? 0 : (centre - half) / scale;
        double high = successes == trials ? 1 : (centre + half) / scale;
        return new WilsonInterval(low, high);
    }
}

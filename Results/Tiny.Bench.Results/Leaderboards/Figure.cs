namespace Tiny.Bench.Results.Leaderboards;

/// <summary>A value with the interval that its source supports.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">Lower end, at most <paramref name="Value"/>; equal to it when the spread is not known.</param>
/// <param name="High">Upper end, at least <paramref name="Value"/>; equal to it when the spread is not known.</param>
internal readonly record struct Figure(double Value, double Low, double High)
{
    /// <summary>Whether a spread is known.</summary>
    public bool HasInterval => Low < High;

    /// <summary>A figure of which nothing but the value is known.</summary>
    public static Figure Exact(double value) => new(value, value, value);

    /// <summary>The median of windows, with the shortest and the longest of them as its interval.</summary>
    /// <remarks>
    /// The extremes of n windows enclose the true median unless all lie on one side of it: with a chance of 1 - 2^(1-n), 93.75 % for
    /// the five that the rules ask for, whatever the distribution. Source: the sign test's interval for a median.
    /// </remarks>
    public static Figure OfWindows(double median, IEnumerable<double> windows)
    {
        double low = median, high = median;
        foreach (double window in windows)
        {
            // Min and Max hand on a NaN, so that a window that is no number is seen.
            low = Math.Min(low, window);
            high = Math.Max(high, window);
        }

        return new Figure(median, low, high);
    }
}

using Tiny.Bench.Core.Metrics;

namespace Tiny.Bench.Results.Comparison;

/// <summary>95 % interval of the difference of two proportions.</summary>
/// <remarks>
/// Source: Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10: the square-and-add of two
/// Wilson intervals. Two runs over one list are not independent; they agree on most samples, which makes this interval too wide and never
/// too narrow. The sharper test (McNemar) takes the answers sample by sample, which a record does not hold.
/// </remarks>
internal static class NewcombeInterval
{
    /// <summary>Lower and upper limit of after - before; counts as <see cref="WilsonInterval.Of"/> takes them.</summary>
    public static (double Low, double High) Of((int Successes, int Trials) before, (int Successes, int Trials) after)
    {
        WilsonInterval first = WilsonInterval.Of(before.Successes, before.Trials), second = WilsonInterval.Of(after.Successes, after.Trials);
        double p = (double)before.Successes / before.Trials, q = (double)after.Successes / after.Trials;
        return (q - p - double.Hypot(q - second.Low, first.High - p), q - p + double.Hypot(second.High - q, p - first.Low));
    }
}

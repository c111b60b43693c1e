namespace Tiny.Bench.Results.Analysis;

/// <summary>The mean of ratios.</summary>
public static class GeometricMean
{
    /// <summary>The n-th root of the product of n values.</summary>
    /// <exception cref="ArgumentException">There is no value, or one is not positive and finite.</exception>
    /// <remarks>Does not depend on what the values are divided by. Source: Fleming and Wallace 1986, CACM 29 (3).</remarks>
    public static double Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
            throw new ArgumentException("There is no mean of nothing.", nameof(values));
        if (values.Any(value => !(value > 0) || double.IsInfinity(value)))
            throw new ArgumentException("A value is not positive and finite.", nameof(values));
        return Math.Exp(values.Sum(Math.Log) / values.Count);
    }
}

namespace Tiny.Bench.Boards.Energy.Uncertainty;

/// <summary>One source of error in a budget.</summary>
/// <param name="Name">What it is: "gain of the meter".</param>
/// <param name="Distribution">How it is spread.</param>
/// <param name="Standard">Standard uncertainty in the unit of the result, 0 or more; of a Student's t its scale.</param>
/// <param name="DegreesOfFreedom">Of a Student's t; 0 for the others.</param>
/// <param name="Source">Where the figure comes from.</param>
public sealed record UncertaintyComponent(string Name, UncertaintyDistribution Distribution, double Standard, int DegreesOfFreedom, string Source)
{
    /// <summary>An error of which the limits are known.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="limit">The error is between minus and plus this.</param>
    /// <param name="source">Where the limit comes from.</param>
    public static UncertaintyComponent Within(string name, double limit, string source) =>
        new(name, UncertaintyDistribution.Rectangular, Checked(limit) / Math.Sqrt(3), 0, source);

    /// <summary>The difference of two errors that are each within half of the limit.</summary>
    public static UncertaintyComponent Difference(string name, double limit, string source) =>
        new(name, UncertaintyDistribution.Triangular, Checked(limit) / Math.Sqrt(6), 0, source);

    /// <summary>An error of which the standard deviation is known.</summary>
    public static UncertaintyComponent Spread(string name, double deviation, string source) =>
        new(name, UncertaintyDistribution.Normal, Checked(deviation), 0, source);

    private static double Checked(double value)
    {
        if (!(value >= 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A limit of an error is 0 or more.");
        return value;
    }
}

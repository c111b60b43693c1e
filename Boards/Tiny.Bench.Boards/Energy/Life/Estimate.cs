namespace Tiny.Bench.Boards.Energy.Life;

/// <summary>A figure with the range that it may lie in.</summary>
/// <param name="Value">The best guess.</param>
/// <param name="Low">The lowest that is believed, 0 or more.</param>
/// <param name="High">The highest that is believed.</param>
/// <param name="Source">Where it comes from; "assumption" where nothing says it.</param>
public sealed record Estimate(double Value, double Low, double High, string Source)
{
    /// <summary>A figure that is taken as it is.</summary>
    public static Estimate Exactly(double value, string source) => new(value, value, value, source);

    /// <summary>A guess, up or down by a factor.</summary>
    public static Estimate Assumed(double value, double factor) => new(value, value / factor, value * factor, "assumption");

    /// <summary>Whether the range holds the value and is no less than 0.</summary>
    public bool IsSound => Low >= 0 && Low <= Value && Value <= High && double.IsFinite(High);
}

namespace Tiny.Bench.Boards.Energy.Life;

/// <summary>What one figure does to the life, all others as they are.</summary>
/// <param name="Name">The figure.</param>
/// <param name="Estimate">Its range.</param>
/// <param name="YearsAtLow">Life at its low end.</param>
/// <param name="YearsAtHigh">Life at its high end.</param>
public sealed record LifeSensitivity(string Name, Estimate Estimate, double YearsAtLow, double YearsAtHigh);

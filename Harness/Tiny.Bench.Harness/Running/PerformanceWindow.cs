namespace Tiny.Bench.Harness.Running;

/// <summary>One timed batch of inferences on one input.</summary>
/// <param name="Input">The sample's file, with the number of the window when it is cut into several inputs.</param>
/// <param name="Inferences">Number of inferences, at least 1.</param>
/// <param name="Elapsed">Time of all of them, by the system's own clock.</param>
public sealed record PerformanceWindow(string Input, int Inferences, TimeSpan Elapsed)
{
    /// <summary>Microseconds per inference.</summary>
    public double LatencyMicroseconds => Elapsed.TotalMicroseconds / Inferences;
}

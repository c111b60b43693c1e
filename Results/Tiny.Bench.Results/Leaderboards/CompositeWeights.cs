namespace Tiny.Bench.Results.Leaderboards;

/// <summary>How a composite is made of a system's figures; the only place that says so.</summary>
/// <remarks>
/// The score is the weighted geometric mean of how many times faster and how many times more frugal a system is than the baseline:
/// (baseline latency / latency)^0.5 * (baseline energy / energy)^0.5. The baseline has the score 1; twice as fast at equal energy gives
/// 1.41. A geometric mean ranks alike whatever the baseline is (Fleming and Wallace 1986). Accuracy has no weight: it is a gate, since
/// the task is fixed and what misses its target does another task.
/// </remarks>
public static class CompositeWeights
{
    /// <summary>Exponent of the latency's ratio; with <see cref="Energy"/> it adds up to 1.</summary>
    public const double Latency = 0.5;

    /// <summary>Exponent of the energy's ratio.</summary>
    public const double Energy = 0.5;

    /// <summary>Submitter whose system is the baseline; where it has none on the board, the slowest system is.</summary>
    public const string BaselineSubmitter = "reference";

    /// <summary>The score of a system against the baseline, both in the same units and positive.</summary>
    public static double Score(double latency, double energy, double baselineLatency, double baselineEnergy) =>
        Math.Pow(baselineLatency / latency, Latency) * Math.Pow(baselineEnergy / energy, Energy);
}

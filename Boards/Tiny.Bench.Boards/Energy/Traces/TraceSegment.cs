namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>What flowed between two consecutive events.</summary>
/// <param name="First">Position of its first sample.</param>
/// <param name="End">Position behind its last sample.</param>
/// <param name="Samples">Samples that are there; fewer than the positions when some are missing.</param>
/// <param name="Joules">Their energy.</param>
/// <param name="Coulombs">Their charge; null when the voltage is not known.</param>
/// <param name="PeakWatts">The highest mean power of a sample period; 0 without samples.</param>
/// <param name="PeakAmperes">The highest mean current of a sample period; null when the voltage is not known.</param>
/// <param name="FirstJoules">Energy of the first sample; 0 without samples.</param>
/// <param name="LastJoules">Energy of the last sample; 0 without samples.</param>
public readonly record struct TraceSegment(
    long First,
    long End,
    long Samples,
    double Joules,
    double? Coulombs,
    double PeakWatts,
    double? PeakAmperes,
    double FirstJoules,
    double LastJoules)
{
    /// <summary>Samples that were taken and did not arrive.</summary>
    public long MissingSamples => End - First - Samples;
}

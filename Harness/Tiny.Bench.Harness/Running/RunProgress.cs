namespace Tiny.Bench.Harness.Running;

/// <summary>How far a run is.</summary>
/// <param name="Done">Samples, or timed windows, that are finished.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Elapsed">Time since the run began, by the host's clock.</param>
public readonly record struct RunProgress(int Done, int Total, TimeSpan Elapsed);

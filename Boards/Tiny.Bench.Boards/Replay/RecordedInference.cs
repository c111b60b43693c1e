namespace Tiny.Bench.Boards.Replay;

/// <summary>One <c>infer</c> of a recording.</summary>
/// <param name="Count">Timed inferences; null when the log does not tell.</param>
/// <param name="Warmup">Untimed ones; null when the log does not tell.</param>
/// <param name="Elapsed">Time of the timed ones by the device's clock; null when it is not in the log.</param>
/// <param name="Results">What stands between the brackets of <c>m-results-[...]</c>, as recorded.</param>
public sealed record RecordedInference(int? Count, int? Warmup, TimeSpan? Elapsed, string Results);

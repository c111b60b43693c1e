namespace Tiny.Bench.Boards.Protocol;

/// <summary>What a device answers to <c>infer</c>.</summary>
/// <param name="Results">As printed; at least one.</param>
/// <param name="Elapsed">Time of the timed inferences by the device's clock; null in energy mode, where pins tell it.</param>
public sealed record InferReply(IReadOnlyList<double> Results, TimeSpan? Elapsed);

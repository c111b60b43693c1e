namespace Tiny.Bench.Boards.Replay;

/// <summary>An input and what was inferred from it.</summary>
/// <param name="Content">The bytes; null where the log does not hold them (the EEMBC runner mutes them, the MLCommons runner names the file).</param>
/// <param name="Inferences">In order; at least one.</param>
public sealed record RecordedLoad(byte[]? Content, IReadOnlyList<RecordedInference> Inferences);

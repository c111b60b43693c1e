namespace Tiny.Bench.Reference.Execution;

/// <summary>Where a computed tensor lies in the arena, and when.</summary>
/// <param name="Tensor">Index in the subgraph.</param>
/// <param name="Offset">Bytes from the arena's start; a multiple of <see cref="ArenaPlan.Alignment"/>.</param>
/// <param name="Length">Bytes of content; may be 0.</param>
/// <param name="FirstOperator">The operator that writes it; -1 for what is there before the first operator runs.</param>
/// <param name="LastOperator">The last operator that needs it; the graph's last one for what outlives the run.</param>
public readonly record struct ArenaBuffer(int Tensor, int Offset, int Length, int FirstOperator, int LastOperator);

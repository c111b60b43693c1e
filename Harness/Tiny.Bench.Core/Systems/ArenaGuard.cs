namespace Tiny.Bench.Core.Systems;

/// <summary>The guard bytes behind the memory of a system's tensors.</summary>
/// <param name="Bytes">How many there are; 0 where the model fills all memory.</param>
/// <param name="Damaged">How many of them were overwritten.</param>
public readonly record struct ArenaGuard(long Bytes, long Damaged);

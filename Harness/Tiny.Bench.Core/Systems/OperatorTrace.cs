namespace Tiny.Bench.Core.Systems;

/// <summary>What one operator of a system gave in one inference.</summary>
/// <param name="Index">Position in execution order.</param>
/// <param name="OutputCrc">CRC-32 (zip polynomial) of its output tensor's bytes.</param>
/// <param name="Ticks">Time of this operator by the system's timer.</param>
public readonly record struct OperatorTrace(int Index, uint OutputCrc, long Ticks);

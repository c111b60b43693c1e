namespace Tiny.Bench.Boards.Firmware;

/// <summary>One inference: the CRC-32 of every operator's output, then of the first output and its bytes.</summary>
internal sealed record PlanRun(IReadOnlyList<uint> Operators, uint OutputCrc, byte[] Output);

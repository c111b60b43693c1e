namespace Tiny.Bench.Boards.Protocol;

/// <summary>What <c>tb run</c> answers (protocol.md section 7.4).</summary>
/// <param name="Ticks">Of the whole inference, by the device's timer.</param>
/// <param name="OutputCrc">CRC-32 of the first output.</param>
/// <param name="Output">Its bytes; null when there are too many for one line.</param>
public sealed record RunReply(long Ticks, uint OutputCrc, byte[]? Output);

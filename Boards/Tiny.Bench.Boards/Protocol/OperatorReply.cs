namespace Tiny.Bench.Boards.Protocol;

/// <summary>One line of <c>tb trace</c> (protocol.md section 7.5).</summary>
/// <param name="Index">Position in the plan.</param>
/// <param name="Code">The schema's builtin code.</param>
/// <param name="Tensor">Plan index of its output.</param>
/// <param name="Ticks">Of this operator.</param>
/// <param name="OutputCrc">CRC-32 of its output.</param>
public readonly record struct OperatorReply(int Index, int Code, int Tensor, long Ticks, uint OutputCrc);

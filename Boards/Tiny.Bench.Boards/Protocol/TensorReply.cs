namespace Tiny.Bench.Boards.Protocol;

/// <summary>What <c>tb stop</c> answers: the output of the last operator that ran (protocol.md section 7.6).</summary>
/// <param name="Tensor">Plan index.</param>
/// <param name="ByteCount">Its size.</param>
/// <param name="Crc">CRC-32 of its bytes.</param>
public readonly record struct TensorReply(int Tensor, int ByteCount, uint Crc);

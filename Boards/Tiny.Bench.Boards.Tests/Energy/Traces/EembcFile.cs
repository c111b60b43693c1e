using System.Buffers.Binary;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Bytes as the EEMBC runner writes them.</summary>
internal static class EembcFile
{
    public static byte[] Of(float rate, params IReadOnlyList<float> microjoules)
    {
        byte[] bytes = new byte[5 + (4 * microjoules.Count)];
        bytes[0] = 0xF1;
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(1), rate);
        for (int index = 0; index < microjoules.Count; index++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(5 + (4 * index)), microjoules[index]);
        return bytes;
    }
}

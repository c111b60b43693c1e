namespace Tiny.Bench.Boards.Protocol;

/// <summary>CRC-32 as zip computes it: reflected polynomial 0xEDB88320, all ones at both ends.</summary>
/// <remarks>Beside Reference's own, because neither project may know the other (DESIGN.md section 2).</remarks>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>The checksum of the parts, one after the other; 0 for no bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default) => ~Continue(Continue(uint.MaxValue, first), second);

    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
        }

        return crc;
    }
}

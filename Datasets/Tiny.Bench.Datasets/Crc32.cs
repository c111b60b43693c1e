namespace Tiny.Bench.Datasets;

/// <summary>CRC-32 as zip and PNG compute it: reflected polynomial 0xEDB88320, all ones at both ends.</summary>
/// <remarks>Beside Reference's own, because neither project may know the other (DESIGN.md section 2). Source: PKWARE APPNOTE 4.4.7, RFC 2083 section 15.</remarks>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>The checksum of some bytes; 0 for none.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
        }

        return ~crc;
    }
}

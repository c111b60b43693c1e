namespace Tiny.Bench.Reference;

/// <summary>CRC-32 with the zip polynomial (reflected 0xEDB88320), as the golden files and the firmware use it.</summary>
public static class Crc32
{
    private static readonly uint[] Table = CreateTable();

    /// <summary>The checksum of <paramref name="bytes"/>; 0 for none.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] CreateTable()
    {
        var table = new uint[256];
        for (uint index = 0; index < table.Length; index++)
        {
            uint crc = index;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            table[index] = crc;
        }

        return table;
    }
}

namespace Tiny.Bench.Boards.Links;

/// <summary>Reads and makes the byte streams of the tests.</summary>
internal static class PortBytes
{
    /// <summary>Reads exactly so many bytes.</summary>
    public static async Task<byte[]> ReadExactlyAsync(this ISerialPort port, int count, CancellationToken ct)
    {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count;)
            at += await port.ReadAsync(bytes.AsMemory(at), ct);
        return bytes;
    }

    /// <summary>Every byte value in every position of a line buffer's block: a walk of step 7 through all 256, shifted from round to round.</summary>
    public static byte[] Every(int count) => [.. Enumerable.Range(0, count).Select(index => (byte)((index * 7) + (index / 256)))];
}

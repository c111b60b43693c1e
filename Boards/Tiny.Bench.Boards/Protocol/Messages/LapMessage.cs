using System.Buffers.Text;

namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary><c>m-lap-us-1034</c>: the device's clock (protocol.md section 5).</summary>
/// <param name="Microseconds">Since any start, modulo 2^32.</param>
public readonly record struct LapMessage(uint Microseconds)
{
    /// <summary>Reads the message from anywhere in a line; a number that 32 bits cannot hold is no lap.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out LapMessage message)
    {
        ReadOnlySpan<byte> head = "m-lap-us-"u8;
        int start = line.IndexOf(head);
        uint microseconds = 0;
        bool found = start >= 0 && Utf8Parser.TryParse(line[(start + head.Length)..], out microseconds, out _);
        message = new LapMessage(microseconds);
        return found;
    }

    /// <summary>Time from <paramref name="start"/> to here: below 71.6 minutes, or a multiple of that is lost.</summary>
    public TimeSpan Since(LapMessage start) => TimeSpan.FromMicroseconds(unchecked(Microseconds - start.Microseconds));
}

using System.Globalization;
using System.Text;

namespace Tiny.Bench.Boards.Links;

/// <summary>One line of a transcript: bytes that passed together. Boards/docs/protocol.md, section 9.</summary>
/// <param name="Time">Since the transcript began, in whole microseconds; null where it has no times, as the published ones.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Bytes">What passed.</param>
public readonly record struct TranscriptEntry(TimeSpan? Time, LinkDirection Direction, ReadOnlyMemory<byte> Bytes)
{
    private const string ToDevice = "> ";
    private const string ToHost = "< ";

    // 31 years; far from the end of a TimeSpan.
    private const decimal MostSeconds = 1_000_000_000;

    /// <summary>Reads <c>[12.345678] &lt; m-ready\r\n</c>, with or without its time.</summary>
    /// <returns>False for a note, which begins with <c>#</c>, and for a line that was cut.</returns>
    public static bool TryParse(ReadOnlySpan<char> line, out TranscriptEntry entry)
    {
        entry = default;
        TimeSpan? time = null;
        if (line.StartsWith('['))
        {
            int end = line.IndexOf("] ", StringComparison.Ordinal);
            if (end < 0 || !TryParseTime(line[1..end], out TimeSpan read))
                return false;
            time = read;
            line = line[(end + 2)..];
        }

        bool toDevice = line.StartsWith(ToDevice, StringComparison.Ordinal);
        if ((!toDevice && !line.StartsWith(ToHost, StringComparison.Ordinal)) || !EscapedBytes.TryParse(line[2..], out byte[] bytes))
            return false;
        entry = new TranscriptEntry(time, toDevice ? LinkDirection.ToDevice : LinkDirection.ToHost, bytes);
        return true;
    }

    /// <summary>The line, without its end.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Time is { } time)
            text.Append(CultureInfo.InvariantCulture, $"[{Seconds(time)}] ");
        text.Append(Direction == LinkDirection.ToDevice ? ToDevice : ToHost);
        EscapedBytes.Append(text, Bytes.Span);
        return text.ToString();
    }

    /// <summary>Seconds with six digits after the point, none of them rounded.</summary>
    internal static string Seconds(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{time.Ticks / TimeSpan.TicksPerSecond}.{time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:d6}");

    private static bool TryParseTime(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds)
            || seconds > MostSeconds)
        {
            return false;
        }

        time = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }
}

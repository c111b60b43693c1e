using System.Globalization;
using System.Text;

namespace Tiny.Bench.Boards.Links;

/// <summary>One line of a transcript: bytes that passed together.</summary>
/// <param name="Time">Since the transcript began, in whole microseconds; null where the recording has no times, as the published ones.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Bytes">What passed.</param>
public readonly record struct TranscriptEntry(TimeSpan? Time, LinkDirection Direction, ReadOnlyMemory<byte> Bytes)
{
    private const string ToDevice = "> ";
    private const string ToHost = "< ";

    // 31 years; far from the end of a TimeSpan.
    private const decimal MostSeconds = 1_000_000_000;

    /// <summary>Reads <c>12.345678 &lt; m-ready\r\n</c>, with or without its time. False for a note, which begins with <c>#</c>, and for a cut line.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out TranscriptEntry entry)
    {
        entry = default;
        TimeSpan? time = null;
        int space = line.IndexOf(' ');
        if (space > 0 && char.IsAsciiDigit(line[0]))
        {
            if (!TryParseTime(line[..space], out TimeSpan read))
                return false;
            time = read;
            line = line[(space + 1)..];
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
            text.Append(CultureInfo.InvariantCulture, $"{time.Ticks / TimeSpan.TicksPerSecond}.{time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:d6} ");
        text.Append(Direction == LinkDirection.ToDevice ? ToDevice : ToHost);
        EscapedBytes.Append(text, Bytes.Span);
        return text.ToString();
    }

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

using System.Buffers.Text;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>The meter's account of its samples: <c>TimeStamp: 012s 345ms, buff 07%</c>.</summary>
/// <param name="Milliseconds">Of sampling since the start.</param>
/// <param name="BufferPercent">How full its send buffer is; at 100 it loses samples.</param>
internal readonly record struct Lpm01aTimeStamp(long Milliseconds, int BufferPercent)
{
    /// <summary>Reads the line, without its end.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out Lpm01aTimeStamp stamp)
    {
        stamp = default;
        if (!Take(ref line, "TimeStamp: "u8) || !TakeNumber(ref line, out int seconds) || !Take(ref line, "s "u8)
            || !TakeNumber(ref line, out int milliseconds) || !Take(ref line, "ms, buff "u8)
            || !TakeNumber(ref line, out int percent) || !line.SequenceEqual("%"u8) || milliseconds > 999)
        {
            return false;
        }

        stamp = new Lpm01aTimeStamp((seconds * 1000L) + milliseconds, percent);
        return true;
    }

    private static bool Take(ref ReadOnlySpan<byte> line, ReadOnlySpan<byte> text)
    {
        if (!line.StartsWith(text))
            return false;
        line = line[text.Length..];
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<byte> line, out int value)
    {
        bool found = Utf8Parser.TryParse(line, out value, out int length) && value >= 0 && char.IsAsciiDigit((char)line[0]);
        line = line[length..];
        return found;
    }
}

using System.Buffers.Text;

namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary>A line that repeats a number of the command: <c>m-warmup-start-0</c>, <c>m-infer-start-1</c>, <c>m-[Expecting 490 bytes]</c>.</summary>
/// <param name="Count">The number as the device understood it.</param>
public readonly record struct CountMessage(long Count)
{
    /// <summary>Reads the number that follows <paramref name="head"/> anywhere in a line.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, ReadOnlySpan<byte> head, out CountMessage message)
    {
        int start = line.IndexOf(head);
        long count = 0;
        bool found = start >= 0 && Utf8Parser.TryParse(line[(start + head.Length)..], out count, out _);
        message = new CountMessage(count);
        return found;
    }
}

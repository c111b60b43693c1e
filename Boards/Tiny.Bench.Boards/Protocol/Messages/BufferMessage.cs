using System.Buffers.Text;

namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary><c>m-buffer-02-55-51</c>: a part of the input buffer, read back (protocol.md section 4).</summary>
/// <param name="Bytes">Usually 8.</param>
public sealed record BufferMessage(byte[] Bytes)
{
    private const byte Escape = 0x1b;

    /// <summary>Reads the message from anywhere in a line; all pairs up to the end, or to the escape that ends a colour, must be hexadecimal.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out BufferMessage message)
    {
        message = null!;
        ReadOnlySpan<byte> head = "m-buffer-"u8;
        int start = line.IndexOf(head);
        if (start < 0)
            return false;

        var bytes = new List<byte>();
        ReadOnlySpan<byte> rest = line[(start + head.Length)..];
        if (rest.IndexOf(Escape) is var end and >= 0)
            rest = rest[..end];
        rest = rest.TrimEnd("- "u8);
        foreach (Range range in rest.Split((byte)'-'))
        {
            if (!Utf8Parser.TryParse(rest[range], out byte value, out int used, 'x') || used != 2 || rest[range].Length != 2)
                return false;
            bytes.Add(value);
        }

        message = new BufferMessage([.. bytes]);
        return true;
    }
}

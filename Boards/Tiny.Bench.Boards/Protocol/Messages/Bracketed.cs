namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary>The field's one way to say something: <c>m-name-dut-[value]</c>, anywhere inside a line.</summary>
/// <remarks>Not anchored at the line's start: boards echo commands and colour their text (protocol.md section 2).</remarks>
internal static class Bracketed
{
    /// <summary>Finds <paramref name="head"/>, which ends in <c>[</c>, and what follows it up to the last <c>]</c> of the line.</summary>
    public static bool TryFind(ReadOnlySpan<byte> line, ReadOnlySpan<byte> head, out ReadOnlySpan<byte> value)
    {
        value = default;
        int start = line.IndexOf(head);
        if (start < 0)
            return false;
        ReadOnlySpan<byte> rest = line[(start + head.Length)..];
        int end = rest.LastIndexOf((byte)']');
        if (end < 0)
            return false;
        value = rest[..end];
        return true;
    }
}

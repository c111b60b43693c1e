namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>An edge of the pin D7: <c>event 07 ris</c>. The meter counts from 00 to 99 and around.</summary>
/// <param name="Number">The two digits.</param>
/// <remarks>It says <c>ris</c> also when <c>eventsrc d7 fal</c> was asked: the recordings of the official runner have nothing else.</remarks>
internal readonly record struct Lpm01aEvent(int Number)
{
    /// <summary>Reads the line, without its end.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out Lpm01aEvent found)
    {
        found = default;
        ReadOnlySpan<byte> head = "event "u8;
        if (line.Length != head.Length + 6 || !line.StartsWith(head) || line[head.Length + 2] != (byte)' ')
            return false;
        ReadOnlySpan<byte> edge = line[^3..];
        if (!char.IsAsciiDigit((char)line[head.Length]) || !char.IsAsciiDigit((char)line[head.Length + 1]) || !(edge.SequenceEqual("ris"u8) || edge.SequenceEqual("fal"u8)))
            return false;
        found = new Lpm01aEvent(((line[head.Length] - '0') * 10) + line[head.Length + 1] - '0');
        return true;
    }
}

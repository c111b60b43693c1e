using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>Cuts the binary format into samples and records. A record begins with F0 and its kind, and ends with FF FF.</summary>
/// <remarks>
/// Kinds: F1 error text, F2 information text, F3 time stamp (32 bits of milliseconds, big-endian, the highest an overflow mark; one byte of
/// percent), F4 end, F5 overcurrent, F6 target power down, F7 millivolts. Sources: ST UM2269, "metadata"; zissis-pap/x-nucleo-lpm01a-gui
/// core/data_parser.py, BinaryParser. A sample cannot begin with F: the exponent 15 is kept for records.
/// </remarks>
internal sealed class Lpm01aBinary(Lpm01aStream stream)
{
    private const int LongestText = 256;
    private const byte RecordMark = 0xF0;
    private readonly List<byte> _pending = [];

    /// <summary>Takes bytes; what is cut stays for the next call. After the end record the rest is text again.</summary>
    /// <returns>How many of them belong to the format.</returns>
    /// <exception cref="MeterException">The meter tells of an overload or an error.</exception>
    public int Take(ReadOnlySpan<byte> bytes)
    {
        int before = _pending.Count;
        _pending.AddRange(bytes);
        ReadOnlySpan<byte> rest = CollectionsMarshal.AsSpan(_pending);
        int taken = 0;
        while (!stream.HasEnded && TryTakeOne(rest[taken..], out int length))
            taken += length;
        _pending.RemoveRange(0, taken);
        if (!stream.HasEnded)
            return bytes.Length;
        _pending.Clear();
        return Math.Max(0, taken - before);
    }

    private bool TryTakeOne(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 2;
        if (bytes.Length < 2)
            return false;
        if (bytes[0] >= RecordMark)
            return TryTakeRecord(bytes, out length);
        stream.AddSample(Lpm01aSample.Of(bytes[0], bytes[1]));
        return true;
    }

    private bool TryTakeRecord(ReadOnlySpan<byte> bytes, out int length)
    {
        // Out of step: a byte that begins nothing is dropped, and the next time stamp finds the samples that it cost.
        length = 1;
        if (bytes[0] != RecordMark || bytes[1] is < 0xF1 or > 0xF7)
            return true;

        // The end mark is looked for behind the numbers: those may hold FF too.
        int numbers = bytes[1] switch { 0xF3 => 5, 0xF7 => 2, _ => 0 };
        int end = bytes.Length < 2 + numbers ? -1 : bytes[(2 + numbers)..].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xFF]);
        if (end < 0 || end > LongestText)
            return end > 0 || bytes.Length > LongestText;
        length = 2 + numbers + end + 2;
        ReadOnlySpan<byte> inside = bytes[2..(length - 2)];
        switch (bytes[1])
        {
            case 0xF1:
                throw stream.Overload(Encoding.ASCII.GetString(inside).Trim());
            case 0xF3 when end == 0:
                stream.Check(new Lpm01aTimeStamp(BinaryPrimitives.ReadUInt32BigEndian(inside) & 0x7FFF_FFFF, inside[4]));
                break;
            case 0xF4:
                stream.End();
                break;
            case 0xF5:
                throw stream.Overload("overcurrent");
            case 0xF6:
                throw stream.Overload("target power down");
        }

        return true;
    }
}

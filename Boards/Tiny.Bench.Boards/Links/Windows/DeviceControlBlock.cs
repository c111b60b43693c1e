using System.Runtime.InteropServices;

namespace Tiny.Bench.Boards.Links.Windows;

/// <summary>DCB of winbase.h: 28 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DeviceControlBlock
{
    /// <summary>fBinary, fDtrControl and fRtsControl enabled; no parity, no flow control, no replaced characters.</summary>
    public const uint RawWithLinesRaised = 0x1 | (0x1 << 4) | (0x1 << 12);

    public uint Length;
    public uint BaudRate;
    public uint Flags;
    public ushort Reserved;
    public ushort XonLimit;
    public ushort XoffLimit;
    public byte ByteSize;
    public byte Parity;
    public byte StopBits;
    public byte XonCharacter;
    public byte XoffCharacter;
    public byte ErrorCharacter;
    public byte EndOfInputCharacter;
    public byte EventCharacter;
    public ushort Reserved1;
}

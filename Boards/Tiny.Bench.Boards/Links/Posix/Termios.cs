using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tiny.Bench.Boards.Links.Posix;

/// <summary>Sets a terminal to 8 data bits, no parity, one stop bit, no flow control and no translation, at a given speed.</summary>
/// <remarks>
/// struct termios is passed as 256 opaque bytes, more than any system's, of which only the flags at the front are known.
/// Speeds on Linux go through struct termios2 and BOTHER (asm-generic/termbits.h): it takes any number, and the constants
/// B9600 and so on stand for other values from glibc 2.42 on. On macOS a speed is its own constant.
/// </remarks>
internal static class Termios
{
    private const int Size = 256;
    private const int Now = 0;

    // struct termios2: four flags of 4 bytes, c_line, 19 control characters, then the two speeds.
    private const int Termios2Size = 44;
    private const int ControlFlags = 8;
    private const int InputSpeed = 36;
    private const int OutputSpeed = 40;
    private const nuint GetTermios2 = 0x802C_542A;
    private const nuint SetTermios2 = 0x402C_542B;
    private const uint SpeedMask = 0x100F | (0x100F << 16);
    private const uint SpeedIsANumber = 0x1000;

    /// <summary>Sets the line; <paramref name="baud"/> null leaves its speed.</summary>
    /// <returns>Zero, or the errno of the call that failed.</returns>
    /// <exception cref="PortSettingException">The port does not run at that speed.</exception>
    public static int SetRaw(SafeFileHandle terminal, string name, int? baud)
    {
        Span<byte> termios = stackalloc byte[Size];
        termios.Clear();
        if (LibC.TcGetAttr(terminal, termios) != 0)
            return Marshal.GetLastPInvokeError();

        LibC.CfMakeRaw(termios);
        PosixConstants constants = PosixConstants.Current;
        Change(termios, 0, constants.InputFlowControl, set: false);
        Change(termios, 2 * constants.FlagSize, constants.Receive, set: true);
        Change(termios, 2 * constants.FlagSize, constants.TwoStopBitsAndFlowControl, set: false);
        if (baud is { } macSpeed && OperatingSystem.IsMacOS() && LibC.CfSetSpeed(termios, (nuint)macSpeed) != 0)
            throw Refused(name, macSpeed, PosixError.Text(Marshal.GetLastPInvokeError()));
        if (LibC.TcSetAttr(terminal, Now, termios) != 0)
            return Marshal.GetLastPInvokeError();
        if (baud is { } speed && !OperatingSystem.IsMacOS())
            SetLinuxSpeed(terminal, name, speed);
        return 0;
    }

    /// <summary>Whether the two ends of a line understand each other: a UART bears 2.5 % between them.</summary>
    /// <remarks>A driver that cannot reach a speed sets another one and reports success.</remarks>
    internal static bool IsNear(int actual, int baud) => Math.Abs((long)actual - baud) * 40 <= baud;

    private static void SetLinuxSpeed(SafeFileHandle terminal, string name, int baud)
    {
        Span<byte> termios = stackalloc byte[Termios2Size];
        if (LibC.Ioctl(terminal, GetTermios2, termios) != 0)
            throw Refused(name, baud, PosixError.Text(Marshal.GetLastPInvokeError()));
        uint flags = BinaryPrimitives.ReadUInt32LittleEndian(termios[ControlFlags..]);
        BinaryPrimitives.WriteUInt32LittleEndian(termios[ControlFlags..], (flags & ~SpeedMask) | SpeedIsANumber);
        BinaryPrimitives.WriteInt32LittleEndian(termios[InputSpeed..], baud);
        BinaryPrimitives.WriteInt32LittleEndian(termios[OutputSpeed..], baud);
        if (LibC.Ioctl(terminal, SetTermios2, termios) != 0 || LibC.Ioctl(terminal, GetTermios2, termios) != 0)
            throw Refused(name, baud, PosixError.Text(Marshal.GetLastPInvokeError()));

        int actual = BinaryPrimitives.ReadInt32LittleEndian(termios[OutputSpeed..]);
        if (!IsNear(actual, baud))
            throw Refused(name, baud, string.Create(CultureInfo.InvariantCulture, $"it runs at {actual}"));
    }

    private static void Change(Span<byte> termios, int at, uint bits, bool set)
    {
        // The low half of macOS's 8-byte flags holds them all.
        Span<byte> place = termios.Slice(at, 4);
        uint flags = MemoryMarshal.Read<uint>(place);
        uint changed = set ? flags | bits : flags & ~bits;
        MemoryMarshal.Write(place, changed);
    }

    private static PortSettingException Refused(string name, int baud, string why) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"does not take a speed of {baud} baud ({why})"));
}

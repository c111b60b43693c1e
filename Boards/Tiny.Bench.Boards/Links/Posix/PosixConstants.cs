namespace Tiny.Bench.Boards.Links.Posix;

/// <summary>What the headers of Linux and macOS number differently.</summary>
/// <remarks>
/// Linux: asm-generic/fcntl.h, ioctls.h, termbits.h, as x64, arm64 and riscv64 use them.
/// macOS: sys/fcntl.h, sys/ttycom.h, sys/termios.h.
/// </remarks>
internal sealed record PosixConstants
{
    /// <summary>O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC.</summary>
    public required int OpenFlags { get; init; }

    /// <summary>EAGAIN, which is EWOULDBLOCK on both.</summary>
    public required int TryAgain { get; init; }

    /// <summary>ELOOP.</summary>
    public required int TooManyLinks { get; init; }

    /// <summary>TIOCEXCL and TIOCNXCL.</summary>
    public required (nuint On, nuint Off) Exclusive { get; init; }

    /// <summary>TCIFLUSH.</summary>
    public required int FlushInput { get; init; }

    /// <summary>Bytes of a tcflag_t; c_iflag, c_oflag and c_cflag are the first three members of struct termios.</summary>
    public required int FlagSize { get; init; }

    /// <summary>Input: IXOFF | IXANY, which cfmakeraw leaves.</summary>
    public required uint InputFlowControl { get; init; }

    /// <summary>Control: CREAD | CLOCAL.</summary>
    public required uint Receive { get; init; }

    /// <summary>Control: CSTOPB | CRTSCTS.</summary>
    public required uint TwoStopBitsAndFlowControl { get; init; }

    /// <summary>Those of the system that runs.</summary>
    public static PosixConstants Current { get; } = OperatingSystem.IsMacOS()
        ? new()
        {
            OpenFlags = 0x2 | 0x2_0000 | 0x4 | 0x100_0000,
            TryAgain = 35,
            TooManyLinks = 62,
            Exclusive = (0x2000_740D, 0x2000_740E),
            FlushInput = 1,
            FlagSize = 8,
            InputFlowControl = 0x400 | 0x800,
            Receive = 0x800 | 0x8000,
            TwoStopBitsAndFlowControl = 0x400 | 0x1_0000 | 0x2_0000,
        }
        : new()
        {
            OpenFlags = 0x2 | 0x100 | 0x800 | 0x8_0000,
            TryAgain = 11,
            TooManyLinks = 40,
            Exclusive = (0x540C, 0x540D),
            FlushInput = 0,
            FlagSize = 4,
            InputFlowControl = 0x1000 | 0x800,
            Receive = 0x80 | 0x800,
            TwoStopBitsAndFlowControl = 0x40 | 0x8000_0000,
        };
}

using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tiny.Bench.Boards.Links.Posix;

/// <summary>The calls of the C library that serial ports and pseudo-terminals need, as POSIX.1-2017 has them.</summary>
/// <remarks>
/// None takes a variadic argument on macOS: there they travel on the stack, where a plain declaration does not put them.
/// <see cref="Ioctl(SafeFileHandle, nuint, Span{byte})"/> is called on Linux only.
/// </remarks>
internal static partial class LibC
{
    private const string Library = "libc";

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(SafeFileHandle descriptor, Span<byte> buffer, nuint count);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(SafeFileHandle descriptor, ReadOnlySpan<byte> data, nuint count);

    // nfds_t is an unsigned long on Linux and an unsigned int on macOS; both take a small count in one register.
    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(Span<PollDescriptor> descriptors, nuint count, int timeoutMilliseconds);

    [LibraryImport(Library, EntryPoint = "flock", SetLastError = true)]
    public static partial int Flock(SafeFileHandle descriptor, int operation);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Ioctl(SafeFileHandle descriptor, nuint request);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Ioctl(SafeFileHandle descriptor, nuint request, Span<byte> argument);

    [LibraryImport(Library, EntryPoint = "tcgetattr", SetLastError = true)]
    public static partial int TcGetAttr(SafeFileHandle descriptor, Span<byte> termios);

    [LibraryImport(Library, EntryPoint = "tcsetattr", SetLastError = true)]
    public static partial int TcSetAttr(SafeFileHandle descriptor, int action, ReadOnlySpan<byte> termios);

    [LibraryImport(Library, EntryPoint = "tcflush", SetLastError = true)]
    public static partial int TcFlush(SafeFileHandle descriptor, int queue);

    [LibraryImport(Library, EntryPoint = "cfmakeraw")]
    public static partial void CfMakeRaw(Span<byte> termios);

    [LibraryImport(Library, EntryPoint = "cfsetspeed", SetLastError = true)]
    public static partial int CfSetSpeed(Span<byte> termios, nuint speed);

    [LibraryImport(Library, EntryPoint = "posix_openpt", SetLastError = true)]
    public static partial int PosixOpenPt(int flags);

    [LibraryImport(Library, EntryPoint = "grantpt", SetLastError = true)]
    public static partial int GrantPt(SafeFileHandle master);

    [LibraryImport(Library, EntryPoint = "unlockpt", SetLastError = true)]
    public static partial int UnlockPt(SafeFileHandle master);

    /// <summary>A static buffer of the library: read it before the next call.</summary>
    [LibraryImport(Library, EntryPoint = "ptsname", SetLastError = true)]
    public static partial nint PtsName(SafeFileHandle master);

    /// <summary>Linux only.</summary>
    [LibraryImport(Library, EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Statx(int directory, string path, int flags, uint mask, Span<byte> status);

    /// <summary>Blocks this thread for less than a second; a signal may end it early.</summary>
    public static void Sleep(TimeSpan length)
    {
        // struct timespec: a time_t and a long, both as wide as a register on 64-bit systems.
        ReadOnlySpan<nint> time = [0, (nint)(length.Ticks * TimeSpan.NanosecondsPerTick)];
        _ = NanoSleep(time, 0);
    }

    [LibraryImport(Library, EntryPoint = "nanosleep")]
    private static partial int NanoSleep(ReadOnlySpan<nint> length, nint remaining);
}

using System.Runtime.InteropServices;

namespace Tiny.Bench.Boards.Links.Posix;

/// <summary>struct pollfd of poll.h; the same on Linux and macOS.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollDescriptor
{
    /// <summary>POLLIN.</summary>
    public const short Input = 0x01;

    /// <summary>POLLOUT.</summary>
    public const short Output = 0x04;

    /// <summary>POLLERR, POLLHUP and POLLNVAL: reported whether asked for or not.</summary>
    public const short Gone = 0x08 | 0x10 | 0x20;

    /// <summary>A negative one is passed over.</summary>
    public int Descriptor;

    /// <summary>What is waited for.</summary>
    public short Wanted;

    /// <summary>What has come.</summary>
    public short Seen;
}

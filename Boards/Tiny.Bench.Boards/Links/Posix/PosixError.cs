using System.Globalization;
using System.Runtime.InteropServices;

namespace Tiny.Bench.Boards.Links.Posix;

/// <summary>What an errno of the operating system means for a port.</summary>
internal static class PosixError
{
    /// <summary>EINTR: ask again.</summary>
    public const int Interrupted = 4;

    // The numbers below 35 are those of V7 Unix and the same on Linux and macOS, EAGAIN excepted.
    private const int NotPermitted = 1;
    private const int NoEntry = 2;
    private const int InputOutput = 5;
    private const int NoSuchAddress = 6;
    private const int AccessDenied = 13;
    private const int Busy = 16;
    private const int NoDevice = 19;
    private const int NotAFolder = 20;
    private const int IsAFolder = 21;
    private const int NotATerminal = 25;

    /// <summary>Why a port did not open.</summary>
    /// <param name="name">The port's name.</param>
    /// <param name="errno">What the call gave.</param>
    /// <param name="group">Finds the group that may open the port; asked only when access was denied.</param>
    public static LinkException Opening(string name, int errno, Func<string?> group)
    {
        if (errno == PosixConstants.Current.TryAgain)
            return new PortBusyException(name);
        return errno switch
        {
            NoEntry or NotAFolder => new PortNotFoundException(name, "there is no such port; is the board plugged in? (tinybench boards probe)"),
            NoSuchAddress or NoDevice or InputOutput => new PortNotFoundException(name, $"no device answers behind it ({Text(errno)})"),
            NotATerminal or IsAFolder => new PortNotFoundException(name, "is not a serial port"),
            AccessDenied or NotPermitted => new PortAccessException(name, group()),
            Busy => new PortBusyException(name),
            _ when errno == PosixConstants.Current.TooManyLinks => new PortNotFoundException(name, "is a symbolic link that leads to itself"),
            _ => new PortSettingException(name, $"cannot be opened: {Text(errno)}"),
        };
    }

    /// <summary>An open port failed: whatever the number, nothing more comes out of it.</summary>
    public static LinkLostException Using(string name, int errno) =>
        new(name, errno == InputOutput ? "EIO" : Text(errno));

    /// <summary>What the system says about it, with its number.</summary>
    public static string Text(int errno) =>
        string.Create(CultureInfo.InvariantCulture, $"{Marshal.GetPInvokeErrorMessage(errno)}, errno {errno}");
}

using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tiny.Bench.Boards.Links.Posix;

/// <summary>A pseudo-terminal: a device that other programs open as a serial port, and the side that plays the board.</summary>
internal sealed class Pty : IDisposable
{
    private static readonly Lock NameLock = new();
    private readonly PosixSerialPort _board;
    private readonly SafeFileHandle? _device;

    private Pty(PosixSerialPort board, string path, SafeFileHandle? device)
    {
        _board = board;
        Path = path;
        _device = device;
    }

    /// <summary>The board's side. Owned by this; closing it is the unplugging of the board.</summary>
    public ISerialPort Board => _board;

    /// <summary>The device: <c>/dev/pts/N</c>.</summary>
    public string Path { get; }

    /// <summary>Makes one, in raw mode.</summary>
    /// <param name="stayOpen">
    /// True: the board's side goes on when a program closes the device, as a UART does. False: it is lost then.
    /// </param>
    /// <exception cref="PortSettingException">The system has no more of them.</exception>
    public static Pty Open(bool stayOpen)
    {
        const string where = "pseudo-terminal";
        int number = LibC.PosixOpenPt(PosixConstants.Current.OpenFlags);
        Check(number);
        var master = new SafeFileHandle(number, ownsHandle: true);
        SafeFileHandle? device = null;
        try
        {
            Check(LibC.GrantPt(master));
            Check(LibC.UnlockPt(master));
            string path = NameOf(master);
            int opened = LibC.Open(path, PosixConstants.Current.OpenFlags);
            Check(opened);
            device = new SafeFileHandle(opened, ownsHandle: true);
            if (Termios.SetRaw(device, path, baud: null) is not 0 and int errno)
                throw PosixError.Opening(path, errno, () => null);
            if (!stayOpen)
            {
                device.Dispose();
                device = null;
            }

            return new Pty(new PosixSerialPort(master, $"the board's side of {path}"), path, device);
        }
        catch
        {
            device?.Dispose();
            master.Dispose();
            throw;
        }

        static void Check(int result)
        {
            if (result < 0)
                throw new PortSettingException(where, $"cannot be made: {PosixError.Text(Marshal.GetLastPInvokeError())}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _board.Dispose();
        _device?.Dispose();
    }

    private static string NameOf(SafeFileHandle master)
    {
        lock (NameLock)
        {
            return Marshal.PtrToStringUTF8(LibC.PtsName(master))
                ?? throw new PortSettingException("pseudo-terminal", $"has no name: {PosixError.Text(Marshal.GetLastPInvokeError())}");
        }
    }
}

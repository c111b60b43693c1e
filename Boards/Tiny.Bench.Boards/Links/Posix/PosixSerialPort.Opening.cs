using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tiny.Bench.Boards.Links.Posix;

internal sealed partial class PosixSerialPort
{
    private const int LockExclusive = 2;
    private const int LockWithoutWaiting = 4;

    /// <summary>Opens a terminal device for this process alone, in raw mode.</summary>
    /// <param name="path">Any path, symbolic links too; also the name of the port.</param>
    /// <param name="baud">Bits a second; null leaves the speed as it is.</param>
    /// <exception cref="LinkException">One of its kinds, by what is wrong.</exception>
    public static PosixSerialPort Open(string path, int? baud)
    {
        int number = LibC.Open(path, PosixConstants.Current.OpenFlags);
        if (number < 0)
            throw PosixError.Opening(path, Marshal.GetLastPInvokeError(), () => DeviceGroup.Of(path));
        var descriptor = new SafeFileHandle(number, ownsHandle: true);
        try
        {
            Claim(descriptor, path, baud);
            return new PosixSerialPort(descriptor, path);
        }
        catch
        {
            descriptor.Dispose();
            throw;
        }
    }

    /// <summary>Takes the lock first: a port that is another's must not have its speed changed.</summary>
    private static void Claim(SafeFileHandle descriptor, string path, int? baud)
    {
        // TIOCEXCL stops every program but root's; the lock stops root too, if the other program also asks for it.
        Check(LibC.Flock(descriptor, LockExclusive | LockWithoutWaiting));
        int errno = Termios.SetRaw(descriptor, path, baud);
        if (errno != 0)
            throw PosixError.Opening(path, errno, () => null);
        Check(LibC.Ioctl(descriptor, PosixConstants.Current.Exclusive.On));

        void Check(int result)
        {
            if (result != 0)
                throw PosixError.Opening(path, Marshal.GetLastPInvokeError(), () => null);
        }
    }
}

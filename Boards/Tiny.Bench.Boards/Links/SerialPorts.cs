using Tiny.Bench.Boards.Links.Posix;
using Tiny.Bench.Boards.Links.Windows;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Links;

/// <summary>Opens the link that an address names.</summary>
public static class SerialPorts
{
    // A process that was forked while the port was open holds its lock until its exec: a busy port may be free at once.
    private const int BusyAttempts = 20;

    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(25);

    /// <summary>Opens a <c>serial:</c>, <c>tcp://</c> or <c>unix://</c> address; the caller closes what it gets.</summary>
    /// <remarks>A serial port is 8N1, raw, without flow control, and this process's alone.</remarks>
    /// <exception cref="PortNotFoundException">Nothing is there, or it is no serial port.</exception>
    /// <exception cref="PortBusyException">Someone else has it.</exception>
    /// <exception cref="PortAccessException">The user may not.</exception>
    /// <exception cref="PortSettingException">It does not run at the speed.</exception>
    /// <exception cref="LinkTimeoutException">A socket did not connect in 10 s.</exception>
    /// <exception cref="ArgumentException">The address is of another scheme.</exception>
    public static async ValueTask<ISerialPort> OpenAsync(TargetAddress address, CancellationToken ct)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await OpenOnceAsync(address, ct);
            }
            catch (PortBusyException) when (attempt < BusyAttempts)
            {
                await Task.Delay(BetweenAttempts, ct);
            }
        }
    }

    private static async ValueTask<ISerialPort> OpenOnceAsync(TargetAddress address, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return address.Scheme switch
        {
            TargetScheme.Serial when OperatingSystem.IsWindows() => WindowsSerialPort.Open(address.Name, address.Baud!.Value),
            TargetScheme.Serial => PosixSerialPort.Open(address.Name, address.Baud),
            TargetScheme.Tcp or TargetScheme.Unix => await SocketPort.ConnectAsync(address, TimeProvider.System, ct),
            _ => throw new ArgumentException($"{address} has no link to open.", nameof(address)),
        };
    }
}

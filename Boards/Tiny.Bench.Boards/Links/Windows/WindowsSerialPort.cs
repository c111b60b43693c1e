using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Tiny.Bench.Boards.Links.Windows;

/// <summary>A COM port of Windows. Owns its handle; reads and writes are overlapped, so that cancelling them is real.</summary>
/// <remarks>
/// Compiled everywhere, run on no machine of ours yet. Windows opens a COM port for one program only, so nothing is locked here.
/// Sources: winbase.h; Communications Resources, "Time-Outs", in the Windows documentation.
/// </remarks>
[SupportedOSPlatform("windows")]
internal sealed class WindowsSerialPort : ISerialPort
{
    private const uint ReadAndWrite = 0xC000_0000;
    private const uint OpenExisting = 3;
    private const uint Overlapped = 0x4000_0000;
    private const uint PurgeReceived = 0x0008;
    private const uint Forever = 0xFFFF_FFFF;
    private const int FileNotFound = 2;
    private const int PathNotFound = 3;
    private const int AccessDenied = 5;
    private const int SharingViolation = 32;
    private const int SemaphoreTimeout = 121;

    private readonly FileStream _stream;

    private WindowsSerialPort(FileStream stream, string name)
    {
        _stream = stream;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Opens <c>COM3</c> at 8N1, raw, with DTR and RTS raised.</summary>
    /// <exception cref="LinkException">One of its kinds, by what is wrong.</exception>
    public static WindowsSerialPort Open(string name, int baud)
    {
        // Without the prefix, names from COM10 on are taken for files.
        string path = name.StartsWith(@"\\.\", StringComparison.Ordinal) ? name : @"\\.\" + name;
        var handle = Kernel32.CreateFile(path, ReadAndWrite, 0, 0, OpenExisting, Overlapped, 0);
        try
        {
            if (handle.IsInvalid)
                throw Opening(name, Marshal.GetLastPInvokeError());
            var state = new DeviceControlBlock { Length = (uint)Marshal.SizeOf<DeviceControlBlock>() };
            if (!Kernel32.GetCommState(handle, ref state))
                throw new PortNotFoundException(name, $"is not a serial port ({Text(Marshal.GetLastPInvokeError())})");
            state.BaudRate = (uint)baud;
            state.Flags = DeviceControlBlock.RawWithLinesRaised;
            state.ByteSize = 8;
            state.Parity = 0;
            state.StopBits = 0;

            // This triple makes a read end with the first bytes that come, and wait for them as long as it must.
            var timeouts = new CommTimeouts { ReadInterval = Forever, ReadTotalMultiplier = Forever, ReadTotalConstant = Forever - 1 };
            if (!Kernel32.SetCommState(handle, ref state) || !Kernel32.SetCommTimeouts(handle, ref timeouts))
            {
                string why = Text(Marshal.GetLastPInvokeError());
                throw new PortSettingException(name, string.Create(CultureInfo.InvariantCulture, $"does not take a speed of {baud} baud ({why})"));
            }

            return new WindowsSerialPort(new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0, isAsync: true), name);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfZero(buffer.Length, nameof(buffer));
        try
        {
            // The wait of 49 days that stands for "for ever" ends with zero bytes; so does nothing else.
            int count = await _stream.ReadAsync(buffer, ct);
            return count > 0 ? count : throw new LinkLostException(Name, "end of file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LinkLostException(Name, error.Message, error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        try
        {
            await _stream.WriteAsync(data, ct);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LinkLostException(Name, error.Message, error);
        }
    }

    /// <inheritdoc/>
    public void DiscardInput() => Kernel32.PurgeComm(_stream.SafeFileHandle, PurgeReceived);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    /// <summary>Windows says "access denied" of a port that another program has open.</summary>
    private static LinkException Opening(string name, int error) => error switch
    {
        FileNotFound or PathNotFound => new PortNotFoundException(name, "there is no such port; is the board plugged in? (tinybench boards probe)"),
        AccessDenied or SharingViolation => new PortBusyException(name),
        SemaphoreTimeout => new PortNotFoundException(name, $"no device answers behind it ({Text(error)})"),
        _ => new PortSettingException(name, $"cannot be opened: {Text(error)}"),
    };

    private static string Text(int error) =>
        string.Create(CultureInfo.InvariantCulture, $"{Marshal.GetPInvokeErrorMessage(error)}, error {error}");
}

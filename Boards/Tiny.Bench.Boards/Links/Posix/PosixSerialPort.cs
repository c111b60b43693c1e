using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tiny.Bench.Boards.Links.Posix;

/// <summary>A terminal device on Linux or macOS. Owns its descriptor; reading and writing never block a thread of the pool.</summary>
internal sealed partial class PosixSerialPort : ISerialPort, IDisposable
{
    // Enough for any driver's buffer, and an end for a device that talks without pause.
    private const int MostDiscarded = 1 << 20;

    private readonly SafeFileHandle _descriptor;
    private readonly DescriptorPoller _poller;
    private int _disposed;

    /// <summary>Takes over a descriptor that is set to O_NONBLOCK.</summary>
    public PosixSerialPort(SafeFileHandle descriptor, string name)
    {
        _descriptor = descriptor;
        Name = name;
        _poller = new DescriptorPoller(descriptor, name);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfZero(buffer.Length, nameof(buffer));
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            int count = (int)LibC.Read(_descriptor, buffer.Span, (nuint)buffer.Length);
            if (count > 0)
                return count;
            if (count == 0)
                throw new LinkLostException(Name, "end of file");
            if (MustWait(Marshal.GetLastPInvokeError()))
                await _poller.ReadableAsync(ct);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        while (!data.IsEmpty)
        {
            ct.ThrowIfCancellationRequested();
            int count = (int)LibC.Write(_descriptor, data.Span, (nuint)data.Length);
            if (count >= 0)
                data = data[count..];
            else if (MustWait(Marshal.GetLastPInvokeError()))
                await _poller.WritableAsync(ct);
        }
    }

    /// <inheritdoc/>
    public void DiscardInput()
    {
        // tcflush leaves what the driver has not yet passed on to the terminal layer; reading takes that too.
        _ = LibC.TcFlush(_descriptor, PosixConstants.Current.FlushInput);
        Span<byte> bytes = stackalloc byte[1024];
        for (int total = 0; total < MostDiscarded;)
        {
            int count = (int)LibC.Read(_descriptor, bytes, (nuint)bytes.Length);
            if (count <= 0)
                return;
            total += count;
        }
    }

    /// <summary>Closes the port; a call that waits on it ends with an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _poller.Dispose();

        // A pseudo-terminal keeps this mark after its last user has gone, as long as its other side lives.
        _ = LibC.Ioctl(_descriptor, PosixConstants.Current.Exclusive.Off);
        _descriptor.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>True: wait, then ask again; false: ask again at once.</summary>
    private bool MustWait(int errno)
    {
        if (errno == PosixConstants.Current.TryAgain)
            return true;
        return errno == PosixError.Interrupted ? false : throw PosixError.Using(Name, errno);
    }
}

using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tiny.Bench.Boards.Links.Posix;

/// <summary>Waits until a descriptor can be read or written. One thread for one port; ends with it.</summary>
/// <remarks>
/// A thread of its own, because poll blocks: on the thread pool four idle boards would hold four of its threads.
/// It sleeps in poll on the port and on a pipe, and a byte into the pipe wakes it when what it waits for has changed.
/// </remarks>
internal sealed class DescriptorPoller : IDisposable
{
    private readonly SafeFileHandle _port;
    private readonly AnonymousPipeServerStream _wake = new(PipeDirection.Out, HandleInheritability.None);
    private readonly Lock _lock = new();
    private readonly Thread _thread;
    private TaskCompletionSource? _reader;
    private TaskCompletionSource? _writer;
    private bool _stopping;

    /// <summary>Starts the thread; the port stays the caller's, and must outlive this.</summary>
    public DescriptorPoller(SafeFileHandle port, string name)
    {
        _port = port;
        _thread = new Thread(Run) { IsBackground = true, Name = $"poll {name}" };
        _thread.Start();
    }

    /// <summary>Ends when a read would not block, also because the device is gone.</summary>
    public Task ReadableAsync(CancellationToken ct) => WaitAsync(ref _reader, ct);

    /// <summary>Ends when a write would not block, also because the device is gone.</summary>
    public Task WritableAsync(CancellationToken ct) => WaitAsync(ref _writer, ct);

    /// <summary>Ends the thread; what still waits ends with an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_stopping)
                return;
            _stopping = true;
            _wake.WriteByte(0);
        }

        _thread.Join();
        _wake.ClientSafePipeHandle.Dispose();
        _wake.Dispose();
        var closed = new ObjectDisposedException(nameof(ISerialPort));
        _reader?.TrySetException(closed);
        _writer?.TrySetException(closed);
    }

    private Task WaitAsync(ref TaskCompletionSource? slot, CancellationToken ct)
    {
        // Continuations go to the pool, so that a reader never runs on the thread that serves it.
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_stopping, typeof(ISerialPort));
            if (slot is { Task.IsCompleted: false })
                throw new InvalidOperationException("The port is waited for already: one read and one write at a time.");
            slot = waiter;
            _wake.WriteByte(0);
        }

        return ct.CanBeCanceled ? CancellableAsync(waiter, ct) : waiter.Task;
    }

    private static async Task CancellableAsync(TaskCompletionSource waiter, CancellationToken ct)
    {
        // A cancelled waiter stays in its slot until the port next stirs or someone else waits: it is completed, so it harms nobody.
        await using CancellationTokenRegistration registration =
            ct.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), waiter);
        await waiter.Task;
    }

    private void Run()
    {
        Span<PollDescriptor> polled = stackalloc PollDescriptor[2];
        Span<byte> bytes = stackalloc byte[64];
        using var wake = new SafeFileHandle(_wake.ClientSafePipeHandle.DangerousGetHandle(), ownsHandle: false);
        polled[1] = new PollDescriptor { Descriptor = (int)wake.DangerousGetHandle(), Wanted = PollDescriptor.Input };
        while (Wanted() is { } wanted)
        {
            // With nobody waiting the port is left out: a dead one would report itself without end.
            polled[0] = new PollDescriptor { Descriptor = wanted == 0 ? -1 : (int)_port.DangerousGetHandle(), Wanted = wanted };
            if (LibC.Poll(polled, 2, -1) < 0)
            {
                if (Marshal.GetLastPInvokeError() == PosixError.Interrupted)
                    continue;
                polled[0].Seen = PollDescriptor.Gone;
            }

            if ((polled[1].Seen & PollDescriptor.Input) != 0)
                LibC.Read(wake, bytes, (nuint)bytes.Length);
            Complete(polled[0].Seen);
        }
    }

    private short? Wanted()
    {
        lock (_lock)
        {
            if (_stopping)
                return null;
            return (short)((_reader is { Task.IsCompleted: false } ? PollDescriptor.Input : 0)
                | (_writer is { Task.IsCompleted: false } ? PollDescriptor.Output : 0));
        }
    }

    private void Complete(short seen)
    {
        lock (_lock)
        {
            if ((seen & (PollDescriptor.Input | PollDescriptor.Gone)) != 0)
                _reader?.TrySetResult();
            if ((seen & (PollDescriptor.Output | PollDescriptor.Gone)) != 0)
                _writer?.TrySetResult();
        }
    }
}

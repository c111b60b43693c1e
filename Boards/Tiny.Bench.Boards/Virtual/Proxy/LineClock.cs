using Tiny.Bench.Boards.Links.Posix;

namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>Waits for a time stamp, never less, on Linux and macOS about 0.1 ms more.</summary>
/// <remarks>
/// The runtime's timers step in milliseconds, and a byte at 115200 baud takes 0.087 ms: a one-byte answer would come ten times
/// too late. So the last part of a wait is slept by a thread of this clock. One wait at a time.
/// </remarks>
internal sealed class LineClock : IDisposable
{
    private static readonly TimeSpan Coarse = TimeSpan.FromMilliseconds(3);
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _asked = new(0);
    private readonly Thread? _thread;
    private TaskCompletionSource? _waiter;
    private TimeSpan _sleep;

    /// <summary>Starts the thread, where the clock is the system's and the system can sleep for less than a millisecond.</summary>
    public LineClock(TimeProvider time)
    {
        _time = time;
        if (time != TimeProvider.System || OperatingSystem.IsWindows())
            return;
        _thread = new Thread(Run) { IsBackground = true, Name = "line clock" };
        _thread.Start();
    }

    /// <summary>Ends at a time stamp of the clock, or at once when it has passed.</summary>
    public async ValueTask WaitUntilAsync(long due, CancellationToken ct)
    {
        while (true)
        {
            long now = _time.GetTimestamp();
            if (now >= due)
                return;
            TimeSpan left = _time.GetElapsedTime(now, due);
            if (_thread is null)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), _time, ct);
            else if (left > Coarse)
                await Task.Delay(left - Coarse, _time, ct);
            else
                await SleepAsync(left);
        }
    }

    /// <summary>Ends the thread. No wait is under way.</summary>
    public void Dispose()
    {
        _waiter = null;
        _asked.Release();
        _thread?.Join();
        _asked.Dispose();
    }

    private Task SleepAsync(TimeSpan length)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (_waiter, _sleep) = (waiter, length);
        _asked.Release();
        return waiter.Task;
    }

    private void Run()
    {
        while (true)
        {
            _asked.Wait();
            if (_waiter is not { } waiter)
                return;
            LibC.Sleep(_sleep);
            waiter.SetResult();
        }
    }
}

namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>A clock that goes only when it is told to, and whose timers ring when it passes them.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<VirtualTimer> _timers = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass; others run in between.</summary>
    public async ValueTask PassAsync(TimeSpan span, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        long now = Interlocked.Add(ref _now, span.Ticks);
        VirtualTimer[] due;
        lock (_lock)
        {
            due = [.. _timers.Where(timer => timer.Due <= now)];
            _timers.RemoveAll(timer => timer.Due <= now);
        }

        foreach (VirtualTimer timer in due)
            timer.Ring();

        // Others get their turn before a deadline of seconds has passed, also on a busy machine.
        if (span >= TimeSpan.FromMilliseconds(10))
            await Task.Delay(1, ct);
        else
            await Task.Yield();
    }

    private sealed class VirtualTimer(VirtualTime time, Action ring) : ITimer
    {
        public long Due { get; private set; }

        public Action Ring { get; } = ring;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = time.GetTimestamp() + dueTime.Ticks;
                time._timers.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

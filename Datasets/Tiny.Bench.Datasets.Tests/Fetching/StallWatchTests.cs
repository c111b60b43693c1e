namespace Tiny.Bench.Datasets.Fetching;

public sealed class StallWatchTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_line_that_drips_has_stalled()
    {
        using var time = new HandTime();
        using var watch = new StallWatch(Timeout, signOfLife: 1024, time, CancellationToken.None);
        for (int second = 0; second < 29; second++)
        {
            watch.Received(35);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(watch.HasStalled);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(watch.HasStalled);
        Assert.True(watch.Token.IsCancellationRequested);
    }

    [Fact]
    public void Enough_bytes_start_the_time_again()
    {
        using var time = new HandTime();
        using var watch = new StallWatch(Timeout, signOfLife: 1024, time, CancellationToken.None);
        for (int minute = 0; minute < 10; minute++)
        {
            time.Advance(TimeSpan.FromSeconds(29));
            watch.Received(1000);
            watch.Received(24);
        }

        Assert.False(watch.HasStalled);
    }

    /// <summary>A clock whose only timer runs out when a test says so.</summary>
    private sealed class HandTime : TimeProvider, ITimer
    {
        private TimerCallback? _callback;
        private object? _state;
        private TimeSpan? _left;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_callback, _state, _left) = (callback, state, dueTime);
            return this;
        }

        public void Advance(TimeSpan time)
        {
            _left -= time;
            if (_left is null || _left > TimeSpan.Zero)
                return;
            _left = null;
            _callback!(_state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _left = dueTime;
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

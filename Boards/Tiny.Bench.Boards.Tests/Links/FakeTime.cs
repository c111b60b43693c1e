namespace Tiny.Bench.Boards.Links;

/// <summary>A clock that goes only when it is told to. Its timers do not ring.</summary>
internal sealed class FakeTime : TimeProvider
{
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) + _now;

    public void Advance(TimeSpan span) => _now += span;
}

namespace Tiny.Bench.Boards.Energy.Emulation;

/// <summary>A board that draws one current between the two pulses of a window and another outside, as its pin tells.</summary>
/// <remarks>The pulse that firmware gives while it boots begins no window.</remarks>
/// <param name="time">The emulator's clock.</param>
/// <param name="idleAmperes">Outside windows.</param>
/// <param name="activeAmperes">Inside.</param>
public sealed class PinFollowingLoad(TimeProvider time, double idleAmperes, double activeAmperes) : IEmulatedLoad
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _pulses = [];
    private TimeSpan _began;

    /// <summary>The pin went low, now.</summary>
    public void Pulse()
    {
        lock (_lock)
            _pulses.Add(time.GetElapsedTime(0));
    }

    /// <inheritdoc/>
    public void Begin(TimeSpan now)
    {
        lock (_lock)
            _began = now;
    }

    /// <inheritdoc/>
    public double Amperes(TimeSpan time)
    {
        lock (_lock)
        {
            int before = Count(_began + time);
            return before > 0 && before % 2 == 0 ? activeAmperes : idleAmperes;
        }
    }

    /// <inheritdoc/>
    public int Pulses(TimeSpan time)
    {
        lock (_lock)
            return Count(_began + time) - Count(_began);
    }

    private int Count(TimeSpan until)
    {
        int count = _pulses.Count;
        while (count > 0 && _pulses[count - 1] > until)
            count--;
        return count;
    }
}

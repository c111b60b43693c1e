namespace Tiny.Bench.Boards.Virtual;

/// <summary>Guest instructions out of the ticks that firmware counted.</summary>
/// <remarks>
/// With <c>-icount shift=N</c> an instruction lasts exactly 2^N virtual nanoseconds, so a timer tells how many were executed. It is a count,
/// never a latency: no wait states, no caches, no pipeline. Source: QEMU docs/devel/tcg-icount.rst.
/// </remarks>
public static class Instructions
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The instructions that took a number of ticks, to the nearest.</summary>
    /// <remarks>
    /// Exact for one pair of readings when an instruction takes one tick or at least two: the difference of two cut readings is less than a
    /// tick off. A sum over several pairs may be off by as many ticks; convert each, then add.
    /// </remarks>
    /// <param name="ticks">Difference of two readings of a timer; not negative.</param>
    /// <param name="ticksHz">The timer's rate in virtual time; above 0.</param>
    /// <param name="shift">The N of <c>-icount shift=N</c>, 0 to 10.</param>
    /// <exception cref="OverflowException">The count has more than 63 bits.</exception>
    public static long FromTicks(long ticks, long ticksHz, int shift)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ticksHz);
        ArgumentOutOfRangeException.ThrowIfNegative(shift);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shift, 10);

        // 63 bits times 10^9 are 93 bits, 63 bits times 2^10 are 73.
        UInt128 scaled = (UInt128)ticks * NanosecondsPerSecond;
        UInt128 ticksOfAGiga = (UInt128)ticksHz << shift;
        return checked((long)((scaled + (ticksOfAGiga / 2)) / ticksOfAGiga));
    }
}

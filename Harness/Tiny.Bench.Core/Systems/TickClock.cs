namespace Tiny.Bench.Core.Systems;

/// <summary>What a system's ticks mean.</summary>
/// <param name="Hertz">Ticks a second of the system's own time; at least 1.</param>
/// <param name="InstructionShift">On an emulator that gives every instruction 2^n nanoseconds: n, 0 to 30; null on real hardware.</param>
/// <remarks>
/// With <c>-icount shift=n</c> an instruction lasts exactly 2^n virtual nanoseconds, so a timer tells how many were executed. It is a count,
/// never a latency: no wait states, no caches, no pipeline. Source: QEMU docs/devel/tcg-icount.rst.
/// </remarks>
public readonly record struct TickClock(long Hertz, int? InstructionShift = null)
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Instructions that so many ticks stand for, to the nearest; null on real hardware.</summary>
    /// <remarks>
    /// Exact for one pair of readings when an instruction takes one tick or at least two: the difference of two cut readings is less than a
    /// tick off. A sum over several pairs may be off by as many ticks; convert each, then add.
    /// </remarks>
    /// <param name="ticks">Difference of two readings of the timer; not negative.</param>
    /// <exception cref="OverflowException">The count has more than 63 bits.</exception>
    public long? InstructionsOf(long ticks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticks);
        if (InstructionShift is not { } shift)
            return null;

        // 63 bits times 10^9 are 93 bits, 63 bits times 2^30 are 93.
        UInt128 scaled = (UInt128)ticks * NanosecondsPerSecond;
        UInt128 ticksOfAGiga = (UInt128)Hertz << shift;
        return checked((long)((scaled + (ticksOfAGiga / 2)) / ticksOfAGiga));
    }
}

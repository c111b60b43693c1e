namespace Tiny.Bench.Core.Systems;

/// <summary>What a system's ticks mean.</summary>
/// <param name="Hertz">Ticks a second of the system's own time; at least 1.</param>
/// <param name="InstructionShift">On an emulator that gives every instruction 2^n nanoseconds: n, 0 to 30; null on real hardware.</param>
/// <remarks>Source of the rule: QEMU, <c>-icount shift=n</c>. An instruction count is no latency: it knows no wait states, caches or dual issue.</remarks>
public readonly record struct TickClock(long Hertz, int? InstructionShift = null)
{
    /// <summary>Instructions that so many ticks stand for, to the nearest; null on real hardware.</summary>
    public long? InstructionsOf(long ticks)
    {
        if (InstructionShift is not { } shift)
            return null;
        Int128 divisor = (Int128)Hertz << shift;
        return (long)(((2 * (Int128)ticks * 1_000_000_000) + divisor) / (2 * divisor));
    }
}

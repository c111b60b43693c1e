using System.Numerics;

namespace Tiny.Bench.Results.Analysis;

/// <summary>The tick of the timer behind printed lap times, as far as the laps show it.</summary>
/// <param name="Microseconds">Length of the tick; 1 also for a finer timer, since laps are printed in whole microseconds.</param>
/// <param name="Laps">Number of different elapsed times that show it.</param>
public readonly record struct TimerResolution(double Microseconds, int Laps)
{
    // Elapsed times of a finer timer fall on a coarse grid by chance; above this chance nothing is claimed.
    private const double LargestChance = 1e-3;

    // Printing cuts or rounds each of the two laps to whole microseconds.
    private const double PrintError = 1;

    private const double WatchCrystalHertz = 32768;

    /// <summary>Estimates the tick from the microseconds between laps; null when they are too few to tell.</summary>
    /// <param name="elapsedMicroseconds">Lap minus lap, modulo 2^32 where the counter has 32 bits; zero and equal values count once.</param>
    /// <remarks>
    /// A tick of whole microseconds is the greatest common divisor. A watch crystal (32768 Hz, whole or divided by powers of two)
    /// has ticks between, and shows as times that lie within a microsecond of its multiples.
    /// </remarks>
    /// <exception cref="ArgumentException">A time is negative.</exception>
    public static TimerResolution? Estimate(IEnumerable<long> elapsedMicroseconds)
    {
        long[] times = [.. elapsedMicroseconds.Where(time => time != 0).Distinct()];
        if (times.Any(time => time < 0))
            throw new ArgumentException("An elapsed time is negative.", nameof(elapsedMicroseconds));
        if (times.Length < 2)
            return null;

        long divisor = times.Aggregate(GreatestCommonDivisor);
        if (divisor > 1)
            return Math.Pow(divisor, 1 - times.Length) <= LargestChance ? new TimerResolution(divisor, times.Length) : null;
        return new TimerResolution(CrystalTick(times) ?? 1, times.Length);
    }

    private static double? CrystalTick(long[] times)
    {
        for (double tick = 1e6 / 64; tick >= 1e6 / WatchCrystalHertz; tick /= 2)
        {
            double chance = Math.Pow(2 * PrintError / tick, times.Length);
            if (chance <= LargestChance && times.All(time => Math.Abs(Math.IEEERemainder(time, tick)) <= PrintError))
                return tick;
        }

        return null;
    }

    private static long GreatestCommonDivisor(long left, long right) => (long)BigInteger.GreatestCommonDivisor(left, right);
}

namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>Seeded inputs of a requantization from a 64-bit congruential generator (Knuth's MMIX constants), so that other languages can repeat them.</summary>
internal static class Accumulators
{
    private const ulong Seed = 20261122;

    /// <summary>As a network has them: accumulators of 20 bits, factors that bring them to 8 to 16 bits.</summary>
    public static IEnumerable<(int X, QuantizedMultiplier Scale)> Usual(int count)
    {
        ulong state = Seed;
        for (int index = 0; index < count; index++)
        {
            int x = (int)(Next(ref state) >> 12) - (1 << 19);
            int multiplier = (1 << 30) + (int)(Next(ref state) >> 2);
            int shift = -4 - (int)(Next(ref state) % 9);
            yield return (x, new QuantizedMultiplier(multiplier, shift));
        }
    }

    /// <summary>The whole range: any int32, any factor, shifts from -31 to <paramref name="maximumShift"/>; every fourth is a tie or its neighbour.</summary>
    public static IEnumerable<(int X, QuantizedMultiplier Scale)> Any(int count, int maximumShift)
    {
        ulong state = Seed;
        for (int index = 0; index < count; index++)
        {
            int x = (int)Next(ref state);
            int multiplier = (1 << 30) + (int)(Next(ref state) >> 2);
            int shift = (int)(Next(ref state) % (uint)(maximumShift + 32)) - 31;
            if (index % 4 == 0)
            {
                // A power-of-two factor, and an odd number of halves of its unit plus -1, 0 or 1.
                multiplier = 1 << 30;
                int half = Math.Clamp(-shift, 0, 30);
                x = (int)((((Next(ref state) % 64 * 2) + 1 - 64L) << half) + (Next(ref state) % 3) - 1);
            }

            yield return (x, new QuantizedMultiplier(multiplier, shift));
        }
    }

    private static uint Next(ref ulong state)
    {
        state = unchecked((state * 6364136223846793005) + 1442695040888963407);
        return (uint)(state >> 32);
    }
}

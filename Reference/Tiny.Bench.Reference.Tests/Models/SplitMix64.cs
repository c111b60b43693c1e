namespace Tiny.Bench.Reference.Models;

/// <summary>A generator whose numbers are the same on every machine and runtime. Source: Steele, Lea, Flood, OOPSLA 2014.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to <paramref name="limit"/> - 1; the slight bias does not matter here.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Random bytes.</summary>
    public void Fill(Span<byte> bytes)
    {
        foreach (ref byte value in bytes)
            value = (byte)Next();
    }
}

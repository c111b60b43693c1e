namespace Tiny.Bench.Results.Analysis;

/// <summary>Random numbers that are the same for a seed on every machine and in every release, which <see cref="Random"/> does not promise.</summary>
/// <remarks>Source: Steele, Lea and Flood 2014, SplitMix64.</remarks>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        ulong bits = _state += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 to below <paramref name="limit"/>; for the limits used here, the unevenness is below 2^-32.</summary>
    public int Next(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);
}

using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>Which bytes of a link suffer what: by chance from a seed, or at given places.</summary>
/// <remarks>
/// Chance is a function of seed, direction and position alone, neither of time nor of how the bytes were cut into reads:
/// the same seed and the same bytes meet the same faults. The faults that a proxy reports can be given back as <see cref="Placed"/>.
/// </remarks>
public sealed record FaultPlan
{
    /// <summary>No faults.</summary>
    public static FaultPlan None { get; } = new();

    /// <summary>What chance hangs on.</summary>
    public ulong Seed { get; init; }

    /// <summary>By chance, to the device.</summary>
    public FaultRates ToDevice { get; init; } = new();

    /// <summary>By chance, to the host.</summary>
    public FaultRates ToHost { get; init; } = new();

    /// <summary>Faults at given places; there, chance is not asked. At most one at a byte.</summary>
    public IReadOnlyList<Fault> Placed { get; init; } = [];

    /// <summary>Delays by chance last up to this.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Cuts by chance last up to this.</summary>
    public TimeSpan LongestCut { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The fault of a byte; null for none.</summary>
    internal Fault? At(LinkDirection direction, long position)
    {
        foreach (Fault placed in Placed)
        {
            if (placed.Direction == direction && placed.Position == position)
                return placed;
        }

        FaultRates rates = direction == LinkDirection.ToDevice ? ToDevice : ToHost;
        ulong place = Mix(Mix(Seed) + ((ulong)position << 1) + (ulong)direction);
        if (rates.Pick(Fraction(place)) is not { } kind)
            return null;
        ulong detail = Mix(place);
        return new Fault(direction, position, kind)
        {
            Mask = (byte)(1 << (int)(detail >> 61)),
            Length = kind switch
            {
                FaultKind.Delay => LongestDelay * Fraction(detail),
                FaultKind.Cut => LongestCut * Fraction(detail),
                _ => null,
            },
        };
    }

    /// <summary>What cannot be carried out, a sentence each.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!ToDevice.IsPossible || !ToHost.IsPossible)
            yield return "The rates of the faults of a direction are chances from 0 to 1, and together at most 1.";
        if (LongestDelay < TimeSpan.Zero || LongestCut < TimeSpan.Zero || Placed.Any(fault => fault.Length < TimeSpan.Zero))
            yield return "A fault lasts less than no time.";
        if (Placed.DistinctBy(fault => (fault.Direction, fault.Position)).Count() != Placed.Count)
            yield return "Two faults are placed at one byte.";
        if (Placed.Any(fault => fault is { Kind: FaultKind.Delay, Length: null }))
            yield return "A delay has no length; to hold bytes for good, cut the line.";
        if (Placed.Any(fault => fault is { Kind: FaultKind.Flip, Mask: 0 }))
            yield return "A flip changes no bit.";
    }

    private static double Fraction(ulong bits) => (bits >> 11) / (double)(1UL << 53);

    /// <summary>SplitMix64's step and output function: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", figure 17.</summary>
    internal static ulong Mix(ulong state)
    {
        ulong mixed = unchecked(state + 0x9E37_79B9_7F4A_7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB);
        return mixed ^ (mixed >> 31);
    }
}

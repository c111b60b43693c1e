namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>How the meter is set up. The defaults are the official runner's.</summary>
public sealed record Lpm01aOptions
{
    /// <summary>Samples a second: one of <see cref="Rates"/>.</summary>
    public int SampleRate { get; init; } = 1000;

    /// <summary>How samples are sent.</summary>
    public Lpm01aFormat Format { get; init; } = Lpm01aFormat.Ascii;

    /// <summary>How long it may take.</summary>
    public MeterTimeouts Timeouts { get; init; } = new();

    /// <summary>Those that send without end, and energy: ASCII to 5 kS/s, energy to 10 kS/s.</summary>
    public static IReadOnlyList<int> Rates { get; } = [10_000, 5_000, 2_000, 1_000, 500, 200, 100];

    /// <summary>What cannot be carried out, a sentence each.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!Rates.Contains(SampleRate))
            yield return $"The rate is one of {string.Join(", ", Rates)} Hz.";
        if (Format == Lpm01aFormat.Ascii && SampleRate > 5_000)
            yield return "In ASCII the meter sends at most 5000 samples a second without end.";
    }
}

using System.Globalization;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>How long a sweep over random shapes is and where it starts: TINYBENCH_SWEEP and TINYBENCH_SWEEP_SEED, or what is usual.</summary>
/// <param name="Seed">Seed of the first shape.</param>
/// <param name="Count">Number of shapes, each with the seed after the last one's.</param>
internal readonly record struct SweepSettings(ulong Seed, ulong Count)
{
    private const ulong UsualSeed = 20261122;

    /// <summary>The settings in force.</summary>
    public static SweepSettings Of(ulong usualCount) => new(Setting("TINYBENCH_SWEEP_SEED", UsualSeed), Setting("TINYBENCH_SWEEP", usualCount));

    private static ulong Setting(string name, ulong usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : usual;
}
